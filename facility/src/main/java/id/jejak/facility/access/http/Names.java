package id.jejak.facility.access.http;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.store.StaffStore;
import id.jejak.facility.access.store.StaffStore.Staff;
import id.jejak.kernel.json.Tree;
import java.util.Collection;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Who members of staff are, for lists that hold their numbers. */
record Names(StaffStore staff) {
  /** Number and name of each. */
  LongFunction<Map<String, Object>> of(Handle handle, Collection<Long> ids) {
    var names = staff.byIds(handle, ids.stream().distinct().toList()).stream()
        .collect(Collectors.toMap(Staff::id, Staff::name));
    return id -> Tree.of("id", Long.toString(id), "name", id == Actor.NOBODY ? Actor.program("").name()
        : id == Actor.BPJS ? Actor.bpjs("").name() : names.getOrDefault(id, ""));
  }
}
