package id.jejak.app.web.ttac;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.ground.Page;
import id.jejak.app.web.jte.ttac.JtereturnsGenerated;
import id.jejak.app.web.ttac.ReturnStore.Proposal;
import id.jejak.app.web.ttac.ReturnStore.State;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.Ids;
import id.jejak.ttac.client.Movement;
import id.jejak.ttac.client.Target;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Returns with approval: one person proposes, another one says yes, and only then TTAC hears of it. An account of TTAC is
 * shared by a whole facility, so people are told apart by the names that they give. Thread-safe.
 */
public final class ReturnPages {
  private static final int ROWS = 100;
  private static final int TEXT = 200;

  private final TtacPages pages;
  private final ReturnStore store;
  private final Ids ids;
  private final InstantSource machine;

  /** Pages over what was proposed. */
  public ReturnPages(TtacPages pages, ReturnStore store, Ids ids, InstantSource machine) {
    this.pages = pages;
    this.store = store;
    this.ids = ids;
    this.machine = machine;
  }

  /** How far a proposal is, in words. */
  public static String word(Page page, State state) {
    return switch (state) {
      case PROPOSED -> page.say("menunggu persetujuan", "waits for approval");
      case REJECTED -> page.say("ditolak", "rejected");
      case SENDING -> page.say("sedang dikirim", "being sent");
      case SENT -> page.say("terkirim", "sent");
      case FAILED -> page.say("gagal", "failed");
    };
  }

  /** The class of a tag that says how far it is. */
  public static String mood(State state) {
    return switch (state) {
      case PROPOSED, SENDING -> "warn";
      case REJECTED -> "";
      case SENT -> "good";
      case FAILED -> "bad";
    };
  }

  /** All proposals, and the form for another. */
  public Response show(Asked asked) {
    return pages.known(asked, account -> show(asked, account, 200, "", asked.field("barcode").orElse("")));
  }

  private Response show(Asked asked, TtacAccount account, int status, String problem, String barcodes) {
    return TtacPages.answered(asked, account.client().targets(Optional.of(true), 0, ROWS), targets ->
        asked.html(status, out -> JtereturnsGenerated.render(out, null, asked.page(), account.profile(), targets.items(),
            store.of(account.profile().sarana()), problem, barcodes)), why -> TtacPages.broken(asked, why));
  }

  /** Proposes a return, once TTAC's dry run finds nothing against it. */
  public Response propose(Asked asked) {
    return pages.known(asked, account -> {
      var page = asked.page();
      var typed = asked.fields().getOrDefault("barcodes", List.of("")).getFirst();
      var barcodes = Lists.read(typed, Optional.empty());
      var by = asked.field("by").map(ReturnPages::cut).orElse("");
      var reason = asked.field("reason").map(ReturnPages::cut).orElse("");
      int target = asked.number("target", 0);
      if (barcodes.isEmpty() || by.isEmpty() || reason.isEmpty()) {
        return show(asked, account, 422, page.say("Isi barcode, alasan, dan nama Anda.",
            "Give barcodes, a reason and your name."), typed);
      }
      return TtacPages.answered(asked, account.client().check(new Movement.Return(target), barcodes), report -> {
        if (!report.failing().isEmpty()) {
          return show(asked, account, 422, report.failing().stream().limit(5).map(one -> one.code() + ": "
              + one.message()).collect(Collectors.joining(" ")), typed);
        }
        store.add(account.profile().sarana(), new Proposal(ids.next(), target, name(account, target), barcodes, reason,
            by, machine.instant(), State.PROPOSED, null, ""));
        return asked.see("/console/ttac/returns");
      }, why -> show(asked, account, 422, why, typed));
    });
  }

  private static String name(TtacAccount account, int target) {
    return account.client().targets(Optional.of(true), 0, ROWS) instanceof Answer.Done<
        id.jejak.ttac.client.Page<Target>>(var found, _) ? found.items().stream().filter(one -> one.id() == target)
            .map(Target::name).findFirst().orElse("") : "";
  }

  /** Says yes or no, as somebody else than who proposed it. */
  public Response decide(Asked asked) {
    return pages.known(asked, account -> {
      var page = asked.page();
      int sarana = account.profile().sarana();
      var found = Optional.of(asked.request().var("id")).filter(text -> text.matches("\\d{1,18}"))
          .map(Long::parseLong).flatMap(id -> store.find(sarana, id));
      var by = asked.field("by").map(ReturnPages::cut).orElse("");
      boolean yes = asked.field("decision").filter("approve"::equals).isPresent();
      if (found.isEmpty() || by.isEmpty()) {
        return show(asked, account, 422, page.say("Isi nama Anda.", "Give your name."), "");
      }
      var proposal = found.get();
      if (by.equalsIgnoreCase(proposal.by())) {
        return show(asked, account, 422, page.say("Pengusul tidak dapat menyetujui usulannya sendiri.",
            "Nobody approves what they proposed themselves."), "");
      }
      boolean mine = store.move(sarana, proposal.id(), State.PROPOSED, yes ? State.SENDING : State.REJECTED, by,
          machine.instant(), asked.field("note").map(ReturnPages::cut).orElse(""));
      if (!mine) {
        return show(asked, account, 409, page.say("Usulan ini sudah diputuskan.", "This was decided already."), "");
      }
      if (yes) {
        send(asked, account, proposal, by);
      }
      return asked.see("/console/ttac/returns");
    });
  }

  private void send(Asked asked, TtacAccount account, Proposal proposal, String by) {
    var batches = account.client().returnAll(proposal.target(), proposal.barcodes(), proposal.reason());
    var said = batches.all().stream().flatMap(batch -> batch.answer().stream())
        .map(answer -> TtacPages.why(asked, answer)).filter(text -> !text.isEmpty()).distinct().limit(5)
        .collect(Collectors.joining(" "));
    store.move(account.profile().sarana(), proposal.id(), State.SENDING, batches.done() ? State.SENT : State.FAILED, by,
        machine.instant(), said);
  }

  private static String cut(String text) {
    return text.length() > TEXT ? text.substring(0, TEXT) : text;
  }
}
