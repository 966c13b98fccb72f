package id.jejak.app.web.queue;

import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * Recordings with which a display says calls where its browser has no Indonesian voice: ours, and a hospital's own in their
 * place. One recording is one word or a few, and a call is said with several. Immutable, thread-safe.
 */
public final class Voice {
  /** Where a hospital's own recordings lie. */
  public static final Key<String> FOLDER = Key.text("display.voice.folder", "",
      "Folder with a hospital's own recordings for displays, such as satu.mp3 (docs/guides/display-voice.md);"
          + " empty: only ours.");
  /** All of them. */
  public static final List<Key<?>> KEYS = List.of(FOLDER);
  /** Bytes of one recording. */
  static final long MOST_BYTES = 1024 * 1024;
  private static final Map<String, String> TYPES = Map.of("mp3", "audio/mpeg", "ogg", "audio/ogg", "opus", "audio/ogg",
      "wav", "audio/wav", "m4a", "audio/mp4", "webm", "audio/webm");

  private final Map<String, Path> own;
  private final String hash;

  private Voice(Map<String, Path> own, String hash) {
    this.own = own;
    this.hash = hash;
  }

  /**
   * The voice of these settings.
   *
   * @throws StartFailure when there is no such folder, or a recording in it that would never be said
   */
  public static Voice of(Settings settings) {
    return of(settings.get(FOLDER).strip());
  }

  static Voice of(String folder) {
    if (folder.isEmpty()) {
      return new Voice(Map.of(), "jejak");
    }
    if (!Files.isDirectory(Path.of(folder))) {
      throw unfit(folder + " is no folder: name one with recordings, or leave it out");
    }
    var own = new TreeMap<String, Path>();
    var sum = new CRC32C();
    try (var files = Files.list(Path.of(folder))) {
      for (var file : files.sorted().toList()) {
        keep(file, own, sum);
      }
    } catch (IOException e) {
      throw new StartFailure("setting " + FOLDER.name() + ": " + folder + " cannot be read: " + e.getMessage(), e);
    }
    return new Voice(own, HexFormat.of().toHexDigits(sum.getValue(), 8));
  }

  private static StartFailure unfit(String why) {
    return new StartFailure("setting " + FOLDER.name() + ": " + why);
  }

  private static void keep(Path file, Map<String, Path> own, CRC32C sum) throws IOException {
    if (!TYPES.containsKey(ending(file))) {
      return;
    }
    var whole = file.getFileName().toString();
    var name = whole.substring(0, whole.lastIndexOf('.'));
    if (!VoiceWords.known(name)) {
      throw unfit(whole + " is said in no call: name it after a word of docs/guides/display-voice.md, or take it away");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw unfit(whole + " is larger than " + MOST_BYTES + " bytes: press it as mp3 or opus");
    }
    if (own.put(name, file) != null) {
      throw unfit(name + " is there twice, with different endings: keep one");
    }
    sum.update((whole + Files.size(file) + Files.getLastModifiedTime(file)).getBytes(StandardCharsets.UTF_8));
  }

  private static String ending(Path file) {
    var name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Before the name of a recording: where it is; another one when recordings changed. */
  public String address() {
    return FrontPages.HOME + "/voice/" + hash + "/";
  }

  /** Whether there is a recording of this name. */
  boolean has(String name) {
    return own.containsKey(name) || VoiceWords.OURS.contains(name);
  }

  /** A call as names of recordings and pauses ({@code ,}), parted by blanks. */
  public String said(Board.Call call) {
    return String.join(" ", VoiceWords.of(call, this::has));
  }

  /** One recording; to be kept for ever at its own address, and not at that of an earlier run. */
  public Response serve(Request request) {
    var name = request.var("name");
    if (!has(name)) {
      return Response.of(404, "text/plain; charset=utf-8", "no such recording");
    }
    var kept = hash.equals(request.var("hash")) ? "public, max-age=31536000, immutable" : "no-cache";
    return bytes(name).with("Cache-Control", kept).with("X-Content-Type-Options", "nosniff");
  }

  private Response bytes(String name) {
    try {
      if (own.containsKey(name)) {
        var file = own.get(name);
        return Response.of(200, TYPES.get(ending(file)), Files.readAllBytes(file));
      }
      try (var in = Voice.class.getResourceAsStream("/id/jejak/app/web/voice/" + name + ".mp3")) {
        if (in == null) {
          throw new IllegalStateException("the recording " + name + " is missing from the class path: build again");
        }
        return Response.of(200, TYPES.get("mp3"), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("recording " + name, e);
    }
  }
}
