package id.jejak.app.sandbox.traffic;

import id.jejak.kernel.http.Body;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A body of which the beginning is kept while it is read. For one thread. */
public final class NotedBody implements Body {
  private static final byte[] NOTHING = {};

  private final Body inner;
  private byte[] begun = NOTHING;
  private long size;
  private boolean read;
  private @Nullable String fault;

  NotedBody(Body inner) {
    this.inner = inner;
  }

  @Override
  public byte[] bytes(long limit) {
    read = true;
    var all = inner.bytes(limit);
    begun = cut(all);
    size = all.length;
    return all;
  }

  @Override
  public InputStream stream() {
    read = true;
    size = 0;
    begun = NOTHING;
    return new Tee(inner.stream());
  }

  /** Notes the planned fault that this request meets. */
  public void meets(String kind) {
    fault = kind;
  }

  /** Reads the beginning of what nobody read: a request refused by its headers is to be seen whole all the same. */
  void finish() {
    if (read) {
      return;
    }
    read = true;
    try (var in = inner.stream()) {
      begun = in.readNBytes(Recorder.BODY_BYTES);
      size = begun.length;
    } catch (IOException | RuntimeException e) { // the caller is gone: what it sent is nobody's to see
      begun = NOTHING;
    }
  }

  byte[] begun() {
    return begun;
  }

  long size() {
    return size;
  }

  @Nullable String fault() {
    return fault;
  }

  /** What is kept of a text: itself when it is short, so that nothing is copied. */
  static byte[] cut(byte[] all) {
    return all.length <= Recorder.BODY_BYTES ? all : Arrays.copyOf(all, Recorder.BODY_BYTES);
  }

  private final class Tee extends FilterInputStream {
    Tee(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      if (one >= 0) {
        note(new byte[] {(byte) one}, 0, 1);
      }
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int got = super.read(bytes, from, length);
      if (got > 0) {
        note(bytes, from, got);
      }
      return got;
    }

    private void note(byte[] bytes, int from, int length) {
      int room = Math.min(length, Recorder.BODY_BYTES - begun.length);
      if (room > 0) {
        var more = Arrays.copyOf(begun, begun.length + room);
        System.arraycopy(bytes, from, more, begun.length, room);
        begun = more;
      }
      size += length;
    }
  }
}
