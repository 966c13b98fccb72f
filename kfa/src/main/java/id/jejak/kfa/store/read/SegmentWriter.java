package id.jejak.kfa.store.read;

import id.jejak.kfa.store.Lenient;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Writes products into files, one record each; {@link Segment} reads them. A file ends before it could not be mapped as
 * one piece any more. For one thread.
 */
final class SegmentWriter implements AutoCloseable {
  /** Bytes of a file, more or less: what one buffer can map, with room to spare. */
  private static final long LARGEST = 1L << 30;
  private static final int BUFFER = 1 << 18;

  private final Path folder;
  private final String name;
  private final List<Path> files = new ArrayList<>();
  private DataOutputStream out = new DataOutputStream(new ByteArrayOutputStream());
  private long written = LARGEST;

  SegmentWriter(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** Adds a product as shown; one that is not shown is written down as gone. */
  void add(long id, long listId, JsonNode doc, Optional<Look.Shown> shown) {
    try {
      var record = record(id, listId, doc, shown);
      if (written + record.length > LARGEST) {
        next();
      }
      out.writeInt(record.length);
      out.write(record);
      written += record.length + Integer.BYTES;
    } catch (IOException e) {
      throw new UncheckedIOException("the read side cannot be written in " + folder, e);
    }
  }

  private static byte[] record(long id, long listId, JsonNode doc, Optional<Look.Shown> shown) throws IOException {
    var bytes = new ByteArrayOutputStream(4096);
    var record = new DataOutputStream(bytes);
    record.writeByte(Segment.MARK);
    record.writeLong(id);
    record.writeByte(shown.isPresent() ? 1 : 0);
    if (shown.isEmpty()) {
      return bytes.toByteArray();
    }
    var name = Lenient.text(doc, "name").orElse("");
    var type = doc.path("farmalkes_type");
    record.writeLong(listId);
    record.writeByte((name.endsWith("(Umum)") ? Segment.GENERAL : 0)
        | (Lenient.flag(doc, "active", true) ? Segment.ACTIVE : 0)
        | (Lenient.text(doc, "state").filter("valid"::equals).isPresent() ? Segment.VALID : 0)
        | (Lenient.text(type, "group").filter("alkes"::equals).isPresent() ? 0 : Segment.PHARMACY));
    record.writeByte(Types.number(Lenient.text(type, "code").orElse("")));
    record.writeInt((int) LocalDate.ofInstant(Lenient.moment(doc, "updated_at"), ZoneOffset.UTC).toEpochDay());
    record.writeInt(codeNumber(Lenient.code(doc, "kfa_code").orElse("")));
    var template = Lenient.text(doc.path("product_template"), "name").orElse(name).getBytes(StandardCharsets.UTF_8);
    record.writeInt(template.length);
    record.write(template);
    var keys = Keys.of(doc);
    record.writeInt(keys.size());
    for (var key : keys) {
      record.writeByte(key.family().ordinal());
      record.writeByte(key.text().length);
      record.write(key.text());
    }
    for (int i = 0; i < 2 * Look.Shown.MOST_CUTS; i++) {
      record.writeInt(i < shown.get().cuts().length ? shown.get().cuts()[i] : shown.get().row().length);
    }
    record.writeInt(shown.get().detail().length);
    record.writeInt(shown.get().row().length);
    record.write(shown.get().detail());
    record.write(shown.get().row());
    return bytes.toByteArray();
  }

  /** A code as a number, to find the lowest; codes that are no number come last. */
  private static int codeNumber(String code) {
    return code.matches("[0-9]{1,9}") ? Integer.parseInt(code) : Integer.MAX_VALUE;
  }

  private void next() throws IOException {
    out.close();
    var file = folder.resolve(name + "-" + files.size() + ".rows");
    files.add(file);
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    written = 0;
  }

  /** Ends the last file; all of them, in order. */
  List<Path> finish() {
    close();
    return List.copyOf(files);
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the read side cannot be written in " + folder, e);
    }
  }
}
