package id.jejak.delivery.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.delivery.Carried;
import id.jejak.delivery.Carrier;
import id.jejak.delivery.Parcel;
import id.jejak.delivery.domain.Backoff;
import id.jejak.delivery.domain.Book;
import id.jejak.delivery.domain.Breaker;
import id.jejak.delivery.domain.Ended;
import id.jejak.delivery.domain.Held;
import id.jejak.delivery.domain.Life;
import id.jejak.delivery.domain.Stage;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How a lane treats its remote, by a clock that the test moves, over a book that always has more. */
class LaneTest {
  private static final Rules RULES = new Rules(32, Duration.ofSeconds(3), Duration.ofSeconds(45),
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)), Duration.ofSeconds(1), Duration.ZERO);
  private static final Parcel PARCEL = new Parcel("r", "f", "k", "a", Json.read("{}"));

  private Instant now = Instant.parse("2026-11-22T01:00:00Z");
  private Carried answer = new Carried.Done(Json.read("{}"));
  private Optional<Carried> found = Optional.empty();
  private int sent;

  private final Lane lane = new Lane(new Carrier() {
    @Override
    public String remote() {
      return "r";
    }

    @Override
    public Carried carry(Parcel parcel) {
      sent++;
      return answer;
    }

    @Override
    public Optional<Carried> lookFor(Parcel parcel) {
      return found;
    }
  }, new Endless(), 1, RULES, () -> now, new Random(1));

  private Ended end(Held held) {
    return lane.ended(held, lane.carry(held), Duration.ofMillis(5));
  }

  private void all() {
    lane.claim().forEach(this::end);
  }

  @Test
  void keepsOffARemoteThatDoesNotAnswerAndTriesOneAfterAWhile() {
    answer = new Carried.Unknown("silence");
    for (int i = 0; i < 20; i++) {
      all();
    }
    assertTrue(lane.view().open() && sent >= Breaker.THRESHOLD && sent < 20, "sent " + sent);
    int before = sent;
    all();
    assertEquals(before, sent);
    now = now.plus(Breaker.OPEN.first());
    all();
    assertEquals(before + 1, sent, "one goes ahead");
    all();
    assertEquals(before + 1, sent, "and none behind it");
    now = now.plus(Breaker.OPEN.most());
    answer = new Carried.Done(Json.read("{}"));
    all();
    assertEquals(before + 2, sent);
    assertTrue(lane.claim().size() > 0 && !lane.view().open(), "it answered");
  }

  @Test
  void waitsAsLongAsTheRemoteAsked() {
    answer = new Carried.Later(Optional.of(Duration.ofMinutes(10)), "quota");
    var ended = lane.claim().stream().map(this::end).toList().getLast();
    assertTrue(!ended.after().due().isBefore(now.plus(Duration.ofMinutes(10))));
    now = now.plus(Duration.ofMinutes(9));
    assertEquals(List.of(), lane.claim());
    now = now.plus(Duration.ofMinutes(1));
    assertTrue(lane.claim().size() > 0);
  }

  @Test
  void whatIsNotThereYetHoldsUpNothingElse() {
    int start = lane.view().atOnce();
    answer = new Carried.NotYet(Duration.ofSeconds(3), "no number yet");
    for (int i = 0; i < 30; i++) {
      var ended = lane.claim().stream().map(this::end).toList();
      assertTrue(!ended.isEmpty(), "round " + i);
      ended.forEach(one -> assertTrue(one.after().stage() == Stage.OWED && !one.after().due().isBefore(now.plusSeconds(3))));
    }
    assertTrue(lane.view().atOnce() > start && !lane.view().open());
  }

  @Test
  void goesFasterWhileItGoesWellAndSlowerUnderStrain() {
    int start = lane.view().atOnce();
    for (int i = 0; i < 30; i++) {
      all();
      now = now.plusSeconds(1);
    }
    int fast = lane.view().atOnce();
    assertTrue(fast > start && fast <= 32, start + " to " + fast);
    answer = new Carried.Later(Optional.empty(), "503");
    all();
    assertTrue(lane.view().atOnce() < fast && lane.view().atOnce() >= fast / 2, "one strain is one strain");
  }

  @Test
  void aRefusalIsAnAnswer() {
    answer = new Carried.Refused(id.jejak.delivery.Remedy.FIX_DATA, "201", "no");
    for (int i = 0; i < 5; i++) {
      all();
    }
    assertTrue(!lane.view().open() && sent > 30);
  }

  @Test
  void whatMayBeThereIsLookedForAndSentOnlyWhenItIsNot() {
    var doubtful = new Held(1, PARCEL, new Life(Stage.HELD, now, 2, 1, true, Optional.empty()));
    found = Optional.of(new Carried.Done(Json.read("{}")));
    assertEquals(Stage.DONE, end(doubtful).after().stage());
    assertEquals(0, sent);
    found = Optional.of(new Carried.Later(Optional.empty(), "down"));
    assertEquals(Stage.UNKNOWN, end(doubtful).after().stage(), "it could not be asked");
    assertEquals(0, sent);
    found = Optional.empty();
    assertEquals(Stage.DONE, end(doubtful).after().stage());
    assertEquals(1, sent);
  }

  private final class Endless implements Book {
    @Override
    public List<Held> claim(long node, String remote, int most, Instant at) {
      return LongStream.range(0, most).mapToObj(id -> new Held(id, PARCEL, Life.posted(at).held())).toList();
    }

    @Override
    public java.util.Set<Grip> holds(long node) {
      throw new AssertionError("a lane does not look");
    }

    @Override
    public void disown(long node, java.util.Set<Grip> forgotten, Instant at, Duration settle) {
      throw new AssertionError("a lane does not look");
    }

    @Override
    public void settle(long node, List<Ended> ended, Instant at) {
      throw new AssertionError("the test settles nothing");
    }

    @Override
    public void beat(long node, Duration lease) {
      throw new AssertionError("a lane gives no sign");
    }

    @Override
    public void leave(long node) {
      throw new AssertionError("a lane gives no sign");
    }

    @Override
    public int takeOver(Instant at, Duration settle) {
      throw new AssertionError("a lane takes nothing over");
    }
  }
}
