package id.jejak.satusehat.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * An OperationOutcome. The real server has two authors of them, and each writes its own JSON.
 *
 * @param status HTTP status
 * @param author who answers
 * @param issues at least one
 */
@Source(grade = Grade.CERTAIN, ref = "recorded errors 001 to 007, 014, 015", seen = "2026-11")
public record Outcome(int status, Author author, List<Issue> issues) {
  /** Who wrote it. */
  public enum Author {
    /** The Ministry's validator: compact, keys in its own order, with {@code text.status}. */
    VALIDATOR,
    /** The Ministry's consent check: as the validator, without {@code text}. */
    CONSENT,
    /** The FHIR store behind it: indented by two blanks, sorted keys, {@code application/fhir+json}. */
    BACKEND
  }

  /**
   * One thing that is wrong.
   *
   * @param code FHIR's issue type
   * @param text the message, where clients look for it: {@code details.text}
   * @param diagnostics more, or empty
   * @param expression where, or empty
   */
  public record Issue(String severity, String code, String text, String diagnostics, String expression) {
    /** An error of the validator. */
    public static Issue error(String code, String text, String expression) {
      return new Issue("error", code, text, "", expression);
    }
  }

  /** Copies the issues. */
  public Outcome {
    issues = List.copyOf(issues);
  }

  /** An answer of the validator with one issue. */
  public static Outcome validator(String code, String text, String expression) {
    return new Outcome(400, Author.VALIDATOR, List.of(Issue.error(code, text, expression)));
  }

  /** An answer of the FHIR store. */
  public static Outcome backend(int status, String code, String text, String diagnostics) {
    return new Outcome(status, Author.BACKEND, List.of(new Issue("error", code, text, diagnostics, "")));
  }

  /** The media type that goes with the author. */
  public String contentType() {
    return author == Author.BACKEND ? "application/fhir+json;charset=utf-8" : "application/json";
  }

  /** The body. */
  public byte[] json() {
    return author == Author.BACKEND ? indented() : Json.write(this::compact);
  }

  private void compact(JsonGenerator to) {
    to.writeStartObject();
    to.writeStringProperty("resourceType", "OperationOutcome");
    if (author == Author.VALIDATOR) {
      to.writeName("text");
      to.writeStartObject();
      to.writeStringProperty("status", "generated");
      to.writeEndObject();
    }
    to.writeName("issue");
    to.writeStartArray();
    for (var issue : issues) {
      to.writeStartObject();
      to.writeStringProperty("severity", issue.severity);
      to.writeStringProperty("code", issue.code);
      to.writeName("details");
      to.writeStartObject();
      to.writeStringProperty("text", issue.text);
      to.writeEndObject();
      unlessEmpty(issue.diagnostics, some -> to.writeStringProperty("diagnostics", some));
      unlessEmpty(issue.expression, some -> {
        to.writeName("expression");
        to.writeStartArray();
        to.writeString(some);
        to.writeEndArray();
      });
      to.writeEndObject();
    }
    to.writeEndArray();
    to.writeEndObject();
  }

  private byte[] indented() {
    var text = new StringBuilder("{\n  \"issue\": [");
    var between = "\n";
    for (var issue : issues) {
      text.append(between).append("    {\n      \"code\": ").append(quoted(issue.code))
          .append(",\n      \"details\": {\n        \"text\": ").append(quoted(issue.text)).append("\n      }");
      unlessEmpty(issue.diagnostics, some -> text.append(",\n      \"diagnostics\": ").append(quoted(some)));
      unlessEmpty(issue.expression, some ->
          text.append(",\n      \"expression\": [\n        ").append(quoted(some)).append("\n      ]"));
      text.append(",\n      \"severity\": ").append(quoted(issue.severity)).append("\n    }");
      between = ",\n";
    }
    return text.append("\n  ],\n  \"resourceType\": \"OperationOutcome\"\n}").toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void unlessEmpty(String text, Consumer<String> then) {
    if (!text.isEmpty()) {
      then.accept(text);
    }
  }

  private static String quoted(String text) {
    return new String(Json.write(text), StandardCharsets.UTF_8);
  }
}
