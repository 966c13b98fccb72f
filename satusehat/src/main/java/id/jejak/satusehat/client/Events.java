package id.jejak.satusehat.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Takes server-sent events byte by byte, and tells of each. For one thread. */
final class Events extends OutputStream {
  private static final int LONGEST_LINE = 1024 * 1024;

  private final Listener listener;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private String event = "";
  private boolean opened;

  /** Hears events. */
  interface Listener {
    /** The stream has begun: what comes from now on is not missed. */
    void opened() throws Heard;

    /** An event. */
    void heard(String event, String data) throws Heard;
  }

  /** Enough was heard; ends the stream. */
  static final class Heard extends IOException {
    private static final long serialVersionUID = 1;

    Heard() {
      super("enough was heard");
    }
  }

  Events(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void write(int b) throws IOException {
    if (b == '\n') {
      var text = line.toString(StandardCharsets.UTF_8);
      line.reset();
      take(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    } else if (line.size() >= LONGEST_LINE) {
      throw new IOException("a line of the event stream does not end");
    } else {
      line.write(b);
    }
  }

  private void take(String text) throws Heard {
    if (!opened) {
      opened = true;
      listener.opened();
    }
    if (text.isEmpty()) {
      if (!data.isEmpty()) {
        var whole = data.toString();
        data.setLength(0);
        listener.heard(event, whole);
      }
      event = "";
    } else if (text.startsWith("event:")) {
      event = text.substring("event:".length()).strip();
    } else if (text.startsWith("data:")) {
      data.append(data.isEmpty() ? "" : "\n").append(text.substring("data:".length()).strip());
    }
  }
}
