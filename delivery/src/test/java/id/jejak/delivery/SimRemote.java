package id.jejak.delivery;

import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A remote of a simulated day, and the carrier that leads to it. It keeps what arrived, in order, by key. A careful one
 * knows again what it has; a careless one keeps it twice, and so gives away whoever sends twice.
 */
final class SimRemote implements Carrier {
  /** What can go wrong, and what can go right. */
  enum Fault {
    FINE, SLOW, REFUSED, BUSY, RETRY_AFTER, DOWN, LOST_BEFORE, LOST_AFTER, LATE, HTML_BEFORE, HTML_AFTER, TWICE,
    SIGNATURE, BROKE_BEFORE, BROKE_AFTER, FOUND, NOT_FOUND, LOOK_FAILED
  }

  /** How it feels for a while. */
  enum Mood { WELL, SHAKY, DOWN, DARK, SIGNATURE }

  /** Puts what comes late into the day. */
  interface Later {
    void at(Duration after, Runnable what);
  }

  static final Duration TIMEOUT = Duration.ofSeconds(10);
  /** After the client's timeout; shorter than the time that an unanswered parcel is left alone. */
  static final Duration LATEST = Duration.ofMillis(2500);

  private final String name;
  private final boolean careful;
  private final Random random;
  private final Later later;
  final Map<String, List<Integer>> kept = new HashMap<>();
  final Map<Fault, Integer> met = new EnumMap<>(Fault.class);
  Mood mood = Mood.WELL;
  boolean blind;
  private Duration took = Duration.ZERO;

  SimRemote(String name, boolean careful, Random random, Later later) {
    this.name = name;
    this.careful = careful;
    this.random = random;
    this.later = later;
  }

  @Override
  public String remote() {
    return name;
  }

  /** How long the last call took. */
  Duration took() {
    return took;
  }

  private void met(Fault fault) {
    met.merge(fault, 1, Integer::sum);
  }

  private Carried keep(Parcel parcel) {
    var line = kept.computeIfAbsent(parcel.key(), _ -> new ArrayList<>());
    int number = parcel.body().path("n").asInt();
    if (!careful || !line.contains(number)) {
      line.add(number);
    }
    return new Carried.Done(Json.read("{}"));
  }

  @Override
  public Carried carry(Parcel parcel) {
    took = Duration.ofMillis(20 + random.nextInt(200));
    if (parcel.body().path("poison").asBoolean(false)) {
      met(Fault.BROKE_BEFORE);
      throw new IllegalStateException("poison");
    }
    return switch (mood) {
      case WELL -> orderly(parcel);
      case SHAKY -> shaky(parcel);
      case DOWN -> {
        met(Fault.DOWN);
        yield new Carried.Later(Optional.empty(), "connection refused");
      }
      case DARK -> {
        met(Fault.LOST_BEFORE);
        took = TIMEOUT;
        yield new Carried.Unknown("timeout");
      }
      case SIGNATURE -> {
        met(Fault.SIGNATURE);
        yield new Carried.Refused(Remedy.CREDENTIALS, "201", "signature wrong");
      }
    };
  }

  private Carried orderly(Parcel parcel) {
    if (parcel.body().path("bad").asBoolean(false)) {
      met(Fault.REFUSED);
      return new Carried.Refused(Remedy.FIX_DATA, "201", "not so");
    }
    met(Fault.FINE);
    return keep(parcel);
  }

  private Carried shaky(Parcel parcel) {
    if (parcel.body().path("bad").asBoolean(false)) {
      return orderly(parcel);
    }
    return switch (random.nextInt(14)) {
      case 0 -> {
        met(Fault.BUSY);
        yield new Carried.Later(Optional.empty(), "503");
      }
      case 1 -> {
        met(Fault.RETRY_AFTER);
        yield new Carried.Later(Optional.of(Duration.ofSeconds(random.nextInt(90))), "429");
      }
      case 2 -> {
        met(Fault.LOST_BEFORE);
        took = TIMEOUT;
        yield new Carried.Unknown("timeout");
      }
      case 3 -> {
        met(Fault.LOST_AFTER);
        took = TIMEOUT;
        keep(parcel);
        yield new Carried.Unknown("timeout");
      }
      case 4 -> {
        met(Fault.LATE);
        took = TIMEOUT;
        later.at(TIMEOUT.plusMillis(random.nextInt((int) LATEST.toMillis())), () -> keep(parcel));
        yield new Carried.Unknown("timeout");
      }
      case 5 -> {
        met(Fault.HTML_BEFORE);
        yield new Carried.Unknown("HTML");
      }
      case 6 -> {
        met(Fault.HTML_AFTER);
        keep(parcel);
        yield new Carried.Unknown("HTML");
      }
      case 7 -> {
        met(Fault.SLOW);
        took = TIMEOUT.minusMillis(1);
        yield keep(parcel);
      }
      case 8 -> {
        met(Fault.TWICE);
        if (careful) {
          keep(parcel);
        }
        yield keep(parcel);
      }
      case 9 -> {
        met(Fault.BROKE_BEFORE);
        throw new IllegalStateException("broke before");
      }
      case 10 -> {
        met(Fault.BROKE_AFTER);
        keep(parcel);
        throw new IllegalStateException("broke after");
      }
      default -> orderly(parcel);
    };
  }

  @Override
  public Optional<Carried> lookFor(Parcel parcel) {
    took = Duration.ofMillis(20 + random.nextInt(200));
    boolean unwell = mood == Mood.DOWN || mood == Mood.DARK || mood == Mood.SHAKY && random.nextInt(4) == 0;
    if (unwell) {
      met(Fault.LOOK_FAILED);
      return Optional.of(random.nextBoolean() ? new Carried.Unknown("timeout")
          : new Carried.Later(Optional.empty(), "connection refused"));
    }
    boolean there = !blind && kept.getOrDefault(parcel.key(), List.of()).contains(parcel.body().path("n").asInt());
    met(there ? Fault.FOUND : Fault.NOT_FOUND);
    return there ? Optional.of(new Carried.Done(Json.read("{}"))) : Optional.empty();
  }
}
