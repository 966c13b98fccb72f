package id.jejak.kfa.store.search;

import id.jejak.kfa.domain.name.Facts;
import id.jejak.kfa.domain.name.Facts.Standing;
import id.jejak.kfa.domain.name.Facts.Substance;
import id.jejak.kfa.domain.name.Form;
import id.jejak.kfa.domain.name.Form.Make;
import id.jejak.kfa.domain.name.Form.Shape;
import id.jejak.kfa.domain.name.Strength;
import id.jejak.kfa.domain.name.Unit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/** Entries as bytes and back. What is written here is only ever read by the same {@link Fields#VERSION}. */
final class EntryBytes {
  private static final Shape[] SHAPES = Shape.values();
  private static final Make[] MAKES = Make.values();
  private static final Unit[] UNITS = Unit.values();
  private static final Standing[] STANDINGS = Standing.values();

  private EntryBytes() {}

  static BytesRef write(Entry entry) {
    var bytes = new ByteArrayOutputStream(256);
    try (var out = new DataOutputStream(bytes)) {
      switch (entry) {
        case Entry.Ingredient(var code, var name, var words) -> {
          out.writeByte('i');
          out.writeUTF(code);
          out.writeUTF(name);
          texts(out, words);
        }
        case Entry.Template(var facts) -> {
          out.writeByte('t');
          facts(out, facts);
        }
        case Entry.Product product -> {
          out.writeByte('p');
          out.writeUTF(product.code());
          out.writeUTF(product.name());
          out.writeUTF(product.template());
          out.writeByte(product.standing().ordinal());
          out.writeBoolean(product.general());
          texts(out, product.brand());
          out.writeShort(product.packs().size());
          for (var pack : product.packs()) {
            out.writeUTF(pack.code());
            out.writeUTF(pack.name());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an entry is too long to be kept", e);
    }
    return new BytesRef(bytes.toByteArray());
  }

  private static void facts(DataOutputStream out, Facts facts) throws IOException {
    out.writeUTF(facts.code());
    out.writeUTF(facts.name());
    out.writeBoolean(facts.medicine());
    out.writeByte(facts.standing().ordinal());
    out.writeByte(facts.form().map(form -> form.shape().ordinal()).orElse(-1));
    out.writeByte(facts.form().map(form -> form.make().ordinal()).orElse(-1));
    out.writeShort(facts.substances().size());
    for (var substance : facts.substances()) {
      texts(out, substance.words());
      texts(out, substance.also());
      texts(out, substance.salts());
      out.writeShort(substance.strengths().size());
      for (var strength : substance.strengths()) {
        out.writeDouble(strength.value());
        out.writeByte(strength.unit().ordinal());
        out.writeDouble(strength.per());
        out.writeByte(strength.perUnit().ordinal());
      }
    }
    texts(out, facts.labels());
    texts(out, facts.sizes());
  }

  static Entry read(BytesRef bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length))) {
      return switch (in.readByte()) {
        case 'i' -> new Entry.Ingredient(in.readUTF(), in.readUTF(), Set.copyOf(texts(in)));
        case 't' -> new Entry.Template(facts(in));
        case 'p' -> product(in);
        default -> throw new IllegalStateException("an entry of the index is of no known kind");
      };
    } catch (IOException e) {
      throw new UncheckedIOException("an entry of the index is cut off", e);
    }
  }

  private static Facts facts(DataInputStream in) throws IOException {
    var code = in.readUTF();
    var name = in.readUTF();
    boolean medicine = in.readBoolean();
    var standing = STANDINGS[in.readByte()];
    int shape = in.readByte();
    int make = in.readByte();
    var substances = new ArrayList<Substance>();
    int count = in.readShort();
    for (int i = 0; i < count; i++) {
      var words = Set.copyOf(texts(in));
      var also = Set.copyOf(texts(in));
      var salts = Set.copyOf(texts(in));
      var strengths = new ArrayList<Strength>();
      int strong = in.readShort();
      for (int j = 0; j < strong; j++) {
        strengths.add(new Strength(in.readDouble(), UNITS[in.readByte()], in.readDouble(), UNITS[in.readByte()]));
      }
      substances.add(new Substance(words, also, salts, strengths));
    }
    var labels = Set.copyOf(texts(in));
    var sizes = Set.copyOf(texts(in));
    return new Facts(code, name, medicine, substances, labels,
        shape < 0 ? Optional.empty() : Optional.of(new Form(SHAPES[shape], MAKES[make])), sizes, standing);
  }

  private static Entry.Product product(DataInputStream in) throws IOException {
    var code = in.readUTF();
    var name = in.readUTF();
    var template = in.readUTF();
    var standing = STANDINGS[in.readByte()];
    boolean general = in.readBoolean();
    var brand = Set.copyOf(texts(in));
    var packs = new ArrayList<Entry.Pack>();
    int count = in.readShort();
    for (int i = 0; i < count; i++) {
      packs.add(new Entry.Pack(in.readUTF(), in.readUTF()));
    }
    return new Entry.Product(code, name, template, standing, general, brand, List.copyOf(packs));
  }

  private static void texts(DataOutputStream out, Collection<String> texts) throws IOException {
    out.writeShort(texts.size());
    for (var text : texts) {
      out.writeUTF(text);
    }
  }

  private static Set<String> texts(DataInputStream in) throws IOException {
    int count = in.readShort();
    var texts = LinkedHashSet.<String>newLinkedHashSet(count);
    for (int i = 0; i < count; i++) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
