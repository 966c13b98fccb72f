package id.jejak.satusehat.http;

import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.contract.ResourceTypes;
import id.jejak.satusehat.contract.SearchParameter;
import id.jejak.satusehat.contract.SearchParameters;
import id.jejak.satusehat.store.Index;
import id.jejak.satusehat.store.Search;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads out of a resource what it is found by, from the table of search parameters. Stateless. */
final class Indexer {
  /** A code or identifier with its system, which may be empty. */
  record Token(String system, String value) {}

  private Indexer() {}

  /** The index of a resource of this type. */
  static Index of(String type, JsonNode resource) {
    var terms = new LinkedHashSet<Index.Term>();
    var words = new LinkedHashSet<Index.Word>();
    var tags = new LinkedHashSet<Long>();
    Search.@Nullable Range date = null;
    for (var parameter : SearchParameters.of(type)) {
      switch (parameter.kind()) {
        case TOKEN -> tokens(resource, parameter, token -> add(type, parameter, token, terms, tags));
        case REFERENCE -> references(resource, parameter,
            target -> add(type, parameter, new Token(target.type(), target.id()), terms, tags));
        case STRING -> values(resource, parameter, name -> names(name).stream().limit(Limits.WORDS)
            .forEach(word -> words.add(new Index.Word(type + "." + parameter.key(), word))));
        case DATE -> date = date == null ? date(resource, parameter) : date;
      }
    }
    return new Index(terms.stream().limit(Limits.INDEX_ROWS).toList(),
        words.stream().limit(Limits.INDEX_ROWS).toList(), tags.stream().limit(Limits.INDEX_ROWS).toList(),
        patient(type, resource).orElse(null), date == null ? null : date.from(), date == null ? null : date.to());
  }

  private static void add(String type, SearchParameter parameter, Token token, Set<Index.Term> terms,
      Set<Long> tags) {
    if (parameter.selective()) {
      terms.add(new Index.Term(Hashes.term(type, parameter.key(), token.value()), Hashes.system(token.system())));
    } else {
      tags.add(tag(type, parameter, Optional.empty(), token.value()));
      tags.add(tag(type, parameter, Optional.of(token.system()), token.value()));
    }
  }

  /** The hash of a coarse value. */
  static long tag(String type, SearchParameter parameter, Optional<String> system, String value) {
    return Hashes.term(type, parameter.key(), system.map(some -> some + "|").orElse("") + value);
  }

  private static Search.@Nullable Range date(JsonNode resource, SearchParameter parameter) {
    var found = new ArrayList<Search.Range>(1);
    values(resource, parameter, value -> Moments.of(value).ifPresent(found::add));
    return found.isEmpty() ? null : found.getFirst();
  }

  /** Whom the resource is about; empty for what concerns nobody, and for the patient's own demographic record. */
  static Optional<String> patient(String type, JsonNode resource) {
    if (ResourceTypes.open(type) || type.equals("Patient")) {
      return Optional.empty();
    }
    var subject = Documents.text(resource.path("subject").path("reference"));
    var named = subject.isEmpty() ? Documents.text(resource.path("patient").path("reference")) : subject;
    return Target.of(named).filter(target -> target.type().equals("Patient")).map(Target::id);
  }

  /** What a resource refers to under a parameter. */
  static void references(JsonNode resource, SearchParameter parameter, Consumer<Target> each) {
    values(resource, parameter, value -> Target.of(Documents.text(value.path("reference"))).ifPresent(each));
  }

  private static void tokens(JsonNode resource, SearchParameter parameter, Consumer<Token> each) {
    values(resource, parameter, value -> tokens(value, each));
  }

  /** Codes of a concept, an identifier, a coding or a bare code. */
  static void tokens(JsonNode value, Consumer<Token> each) {
    if (value.isObject()) {
      for (var coding : value.path("coding")) {
        tokens(coding, each);
      }
      var word = Documents.text(value.path("value"));
      var text = word.isEmpty() ? Documents.text(value.path("code")) : word;
      if (!text.isEmpty() && !text.startsWith("####")) {
        each.accept(new Token(Documents.text(value.path("system")), text));
      }
    } else if (value.isString() || value.isBoolean()) {
      each.accept(new Token("", value.asString()));
    }
  }

  private static void values(JsonNode resource, SearchParameter parameter, Consumer<JsonNode> each) {
    for (var path : parameter.paths()) {
      walk(resource, path, 0, each);
    }
  }

  private static void walk(JsonNode node, String path, int from, Consumer<JsonNode> each) {
    if (node.isArray()) {
      for (var element : node) {
        walk(element, path, from, each);
      }
    } else if (from > path.length()) {
      if (!node.isMissingNode() && !node.isNull()) {
        each.accept(node);
      }
    } else {
      int dot = path.indexOf('.', from);
      int end = dot < 0 ? path.length() : dot;
      walk(node.path(path.substring(from, end)), path, end + 1, each);
    }
  }

  private static List<String> names(JsonNode name) {
    if (name.isString()) {
      return words(name.stringValue());
    }
    var all = new StringBuilder(Documents.text(name.path("text"))).append(' ')
        .append(Documents.text(name.path("family")));
    for (var given : name.path("given")) {
      all.append(' ').append(Documents.text(given));
    }
    return words(all.toString());
  }

  /** Words in small letters without accents; what is neither letter nor digit parts them. */
  static List<String> words(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
    var words = new ArrayList<String>();
    for (var word : plain.split("[^\\p{L}\\p{Nd}]+")) {
      if (!word.isEmpty()) {
        words.add(word.length() > Limits.WORD_LENGTH ? word.substring(0, Limits.WORD_LENGTH) : word);
      }
    }
    return words;
  }
}
