package id.jejak.facility.queue;

import id.jejak.delivery.Carrier;
import id.jejak.delivery.Delivery;
import id.jejak.delivery.Outbox;
import id.jejak.delivery.Parcel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;

/** Keeps what is posted in memory, in order; knows nothing of transactions that fail. */
final class KeptDelivery implements Delivery, Outbox {
  final List<Parcel> posted = new CopyOnWriteArrayList<>();
  final List<Carrier> carriers = new ArrayList<>();

  @Override
  public Outbox outbox() {
    return this;
  }

  @Override
  public void add(Carrier carrier) {
    carriers.add(carrier);
  }

  @Override
  public long post(Handle tx, Parcel parcel) {
    posted.add(parcel);
    return posted.size();
  }

  /** {@code kind taskid} of what is owed for a booking, in order. */
  List<String> of(String code) {
    return posted.stream().filter(one -> one.key().equals(code))
        .map(one -> (one.kind().replace("antrean/", "") + " " + one.body().path("taskid").asString("")).strip())
        .toList();
  }
}
