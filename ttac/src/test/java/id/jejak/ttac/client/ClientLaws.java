package id.jejak.ttac.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import id.jejak.kernel.Rounds;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Filter;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.ttac.TestTtac;
import id.jejak.ttac.store.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the line does, a caller that follows the answers ends with each thing done once: {@code Later} is attempted
 * again, {@code Unknown} is settled.
 */
class ClientLaws {
  private static final int ROUNDS = 200;
  private static TestTtac ttac;

  @BeforeAll
  static void start() {
    ttac = new TestTtac();
  }

  @AfterAll
  static void stop() {
    ttac.close();
  }

  static IntStream seeds() {
    return Rounds.seeds(15, 60);
  }

  /** Fails half of all calls, each in a way of its own; some requests arrive only when the caller has given them up. */
  private static final class BadLine implements Filter {
    private final Random random;
    private final Deque<Request> late = new ArrayDeque<>();
    private boolean justRefusedAToken;

    BadLine(Random random) {
      this.random = random;
    }

    @Override
    public Response apply(Request request, Handler next) {
      if (request.path().endsWith("/auth/login")) {
        return next.handle(request);
      }
      boolean before = random.nextBoolean();
      if (before) {
        arrive(next);
      }
      try {
        return fault().apply(request, next);
      } finally {
        if (!before && random.nextInt(4) == 0) {
          arrive(next);
        }
      }
    }

    private void arrive(Handler next) {
      while (!late.isEmpty()) {
        next.handle(late.poll());
      }
    }

    private Filter fault() {
      int kind = random.nextInt(16);
      boolean again = justRefusedAToken;
      justRefusedAToken = kind == 7 && !again;
      return switch (kind) {
        case 0 -> Faults.LOST;
        case 1 -> Faults.GONE;
        case 2 -> Faults.CUT;
        case 3 -> Faults.PAGE_200;
        case 4 -> Faults.PAGE_502;
        case 5 -> Faults.TRUNCATED;
        case 6 -> Faults.WAIT_7;
        case 7 -> again ? Faults.NONE : Faults.E003;
        case 8 -> (request, _) -> {
          late.add(request);
          throw Faults.noAnswer(true);
        };
        default -> Faults.NONE;
      };
    }
  }

  private record Site(TtacClient client) {
    static Site of(int sarana, String email, ClientSettings settings, Handler transport) {
      return new Site(new TtacClient(transport, new Credentials(email, new Secret("jejak-" + sarana)), settings,
          ttac.clock));
    }
  }

  /** What a caller does with answers. */
  private static void finish(Write write, String what) {
    var answer = write.attempt();
    for (int round = 0; round < ROUNDS; round++) {
      switch (answer) {
        case Done<Acknowledged> _ -> {
          return;
        }
        case Refused<Acknowledged>(var code, var message) -> fail(what + " refused: " + code + " " + message);
        case Later<Acknowledged> _ -> answer = write.attempt();
        case Unknown<Acknowledged> _ -> answer = write.settle();
      }
    }
    fail(what + " did not end: " + answer);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eachThingIsDoneOnceWithKeys(int run) {
    var random = new Random(run);
    var keys = new int[1];
    var settings = ClientSettings.ours(() -> "law-" + run + "-" + ++keys[0]);
    var line = new BadLine(random).around(ttac.handler);
    var sender = Site.of(284, "gudang@pbf-nusantara.example", settings, line).client();
    var receiver = Site.of(123, "farmasi@sarana-a.example", settings, line).client();
    var packs = packs("K" + run, random);
    finish(sender.sending(123, packs), "send");
    finish(receiver.receiving(packs), "receive");
    finish(receiver.returning(284, packs.getFirst(), "rusak"), "return");
    finish(sender.receiving(packs.subList(0, 1)), "receive back");
    assertEquals(List.of("REGISTER", "SEND", "RECEIVE", "RETURN", "RECEIVE"), history(packs.getFirst()));
    packs.stream().skip(1).forEach(pack ->
        assertEquals(List.of("REGISTER", "SEND", "RECEIVE"), history(pack), pack));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eachThingIsDoneOnceAtAServerThatKnowsNoKeys(int run) {
    var random = new Random(run);
    var line = new BadLine(random).around(ttac.handler);
    var settings = ClientSettings.asDocumented();
    var sender = Site.of(284, "gudang@pbf-nusantara.example", settings, line).client();
    var receiver = Site.of(123, "farmasi@sarana-a.example", settings, line).client();
    var packs = packs("D" + run, random);
    finish(sender.sending(123, packs), "send");
    finish(receiver.receiving(packs), "receive");
    packs.forEach(pack -> assertEquals(List.of("REGISTER", "SEND", "RECEIVE"), history(pack), pack));
  }

  private static List<String> packs(String name, Random random) {
    var packs = IntStream.rangeClosed(1, 1 + random.nextInt(6)).mapToObj(i -> "LAW-" + name + "-" + i).toList();
    ttac.seed(284, "GKL1222251043A1", "LAW", packs.stream().map(pack -> pack + ":primer").toArray(String[]::new));
    return packs;
  }

  private static List<String> history(String pack) {
    return new ArrayList<>(ttac.db.read(handle -> handle.createQuery("""
            select e.kind
              from ttac.pack p
             cross join unnest(p.trail) as lived (event)
              join ttac.event e on e.id = lived.event
             where p.barcode = :pack
             order by e.id
            """)
        .bind("pack", pack).map((rs, _) -> Event.Kind.values()[rs.getInt("kind")].name()).list()));
  }
}
