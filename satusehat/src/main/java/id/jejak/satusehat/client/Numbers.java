package id.jejak.satusehat.client;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.time.Pause;
import id.jejak.satusehat.contract.FhirOperations;
import id.jejak.satusehat.contract.Systems;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the national number of a prescription, which comes some seconds after its document. Where the server tells
 * of it (ours does), it is known at once; elsewhere, as at the real server, the document is read again and again.
 * Thread-safe.
 */
public final class Numbers {
  private static final Logger LOG = LoggerFactory.getLogger(Numbers.class);

  private final FhirClient fhir;
  private final Optional<Listening> listening;
  private final Pause pause;

  private record Listening(Handler transport, Access access) {}

  private Numbers(FhirClient fhir, Optional<Listening> listening, Pause pause) {
    this.fhir = fhir;
    this.listening = listening;
    this.pause = pause;
  }

  /** By reading the document again and again. */
  public static Numbers polling(FhirClient fhir, Pause pause) {
    return new Numbers(fhir, Optional.empty(), pause);
  }

  /**
   * By listening to the notice stream, and by reading again and again where there is none.
   *
   * @param transport such as {@link StreamTransport}, or a server in the same process
   */
  public static Numbers listening(FhirClient fhir, Handler transport, Access access, Pause pause) {
    return new Numbers(fhir, Optional.of(new Listening(transport, access)), pause);
  }

  /**
   * The national number of a document.
   *
   * @param document id of the DocumentReference
   * @param patience how long to wait
   * @return {@code Later} when it was not given by then: ask again
   */
  public Answer<String> of(String document, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    var seen = look(document);
    if (over(seen)) {
      return given(seen);
    }
    boolean listens = listening.isPresent();
    for (int i = 0; System.nanoTime() < end; i++) {
      if (listens) {
        var heard = listen(listening.orElseThrow(), document);
        if (heard.isPresent()) {
          return new Done<>(heard.get());
        }
        listens = false; // no stream, or it ended: from now on look
      } else if (!pause.pause(ClientLimits.POLLS.get(Math.min(i, ClientLimits.POLLS.size() - 1)))) {
        break;
      }
      seen = look(document);
      if (over(seen)) {
        return given(seen);
      }
    }
    return new Later<>(ClientLimits.WAIT, "the national number was not given yet");
  }

  /** A refusal is final; what could not be read may be read next time. */
  private static boolean over(Answer<Optional<String>> seen) {
    return seen instanceof Answer.Refused<Optional<String>> || seen instanceof Done<Optional<String>>(var number, _)
        && number.isPresent();
  }

  private static Answer<String> given(Answer<Optional<String>> seen) {
    return seen.map(Optional::orElseThrow);
  }

  private Answer<Optional<String>> look(String document) {
    return fhir.read("DocumentReference", document).map(found -> found.identifier(Systems.NRN));
  }

  private Optional<String> listen(Listening ears, String document) {
    var ear = new Ear(document);
    try {
      var answer = ears.access().send(ears.transport(), FhirClient.get(FhirOperations.NOTICES.path()));
      if (answer instanceof Done<Response>(var response, _) && response.status() == 200) {
        switch (response.content()) {
          case Response.Content.Stream(var writer) -> writer.writeTo(new Events(ear));
          case Response.Content.Bytes(var bytes) -> new Events(ear).write(bytes);
        }
      }
    } catch (IOException | NoAnswer e) {
      LOG.debug("the notice stream ended: {}", e.getMessage());
    }
    return Optional.ofNullable(ear.number);
  }

  private final class Ear implements Events.Listener {
    private final String document;
    private @Nullable String number;

    Ear(String document) {
      this.document = document;
    }

    /** It may have been given between the last look and now. */
    @Override
    public void opened() throws Events.Heard {
      if (look(document) instanceof Done<Optional<String>>(var given, _) && given.isPresent()) {
        number = given.get();
        throw new Events.Heard();
      }
    }

    @Override
    public void heard(String event, String data) throws Events.Heard {
      if (event.equals("nrn") && data.startsWith("{")) {
        var notice = Json.read(data);
        if (notice.path("document").asString("").equals("DocumentReference/" + document)) {
          number = notice.path("nrn").asString("");
          throw new Events.Heard();
        }
      }
    }
  }
}
