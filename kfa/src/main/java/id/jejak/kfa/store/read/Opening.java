package id.jejak.kfa.store.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Makes a snapshot of files: of several records for one product the last one counts. */
final class Opening {
  private record Known(long id, long listId, boolean general, String template, byte segment, int record) {}

  private static final Comparator<Known> LIST_ORDER = Comparator.comparing(Known::template)
      .thenComparing(Known::general, Comparator.reverseOrder())
      .thenComparingLong(Known::listId).thenComparingLong(Known::id);

  private Opening() {}

  /**
   * Opens files.
   *
   * @throws RuntimeException when one of them is missing or cannot be read; they must be made anew then
   */
  static Snapshot open(List<Path> files, long edition, long seq) {
    var segments = files.stream().map(Segment::open).toArray(Segment[]::new);
    var rows = rows(segments);
    int size = rows.size();
    var ids = new long[size];
    var at = new int[size];
    var days = new int[size];
    var codes = new int[size];
    var segmentOf = new byte[size];
    var flags = new byte[size];
    var types = new byte[size];
    var families = Family.values();
    var builders = new Postings.Builder[families.length];
    Arrays.setAll(builders, _ -> new Postings.Builder());
    for (int i = 0; i < size; i++) {
      var row = rows.get(i);
      var segment = segments[row.segment()];
      int record = row.record();
      int place = i;
      ids[i] = row.id();
      segmentOf[i] = row.segment();
      days[i] = segment.day(record);
      codes[i] = segment.code(record);
      flags[i] = (byte) segment.flags(record);
      types[i] = (byte) segment.type(record);
      at[i] = segment.eachKey(record, families, (family, key) -> builders[family.ordinal()].add(key, place));
    }
    var postings = new Postings[families.length];
    for (int i = 0; i < postings.length; i++) {
      postings[i] = builders[i].build();
      builders[i] = new Postings.Builder(); // lets go of the first before the last is built
    }
    return new Snapshot(edition, seq, segments, segmentOf, at, ids, days, codes, flags, types, postings);
  }

  private static List<Known> rows(Segment[] segments) {
    var latest = new HashMap<Long, Known>();
    var templates = new HashMap<String, String>();
    for (int i = 0; i < segments.length; i++) {
      var segment = segments[i];
      byte number = (byte) i;
      segment.eachRecord(record -> {
        long id = segment.id(record);
        if (segment.listed(record)) {
          var template = segment.template(record);
          latest.put(id, new Known(id, segment.listId(record), (segment.flags(record) & Segment.GENERAL) != 0,
              templates.computeIfAbsent(template, name -> name), number, record));
        } else {
          latest.remove(id);
        }
      });
    }
    var rows = new ArrayList<>(latest.values());
    rows.sort(LIST_ORDER);
    return rows;
  }
}
