package id.jejak.facility.pharmacy.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that the pharmacy does, in the order of its day. */
@Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
public final class PharmacyOperations {
  /** Where they are served. */
  public static final List<String> BASES = List.of("/facility/v1");

  /** All of them. */
  public static final List<Operation> ALL = Stream.of(StockOperations.ALL, PrescriptionOperations.ALL,
      CounterOperations.ALL, RecallOperations.ALL).flatMap(List::stream).toList();

  private PharmacyOperations() {}

  /** A refusal as it goes over the wire, with its placeholders; empty for a success. */
  public static Optional<Response> answer(Outcome outcome) {
    return Arrays.stream(Problem.values()).filter(problem -> problem.outcome().equals(outcome.code())).findFirst()
        .map(problem -> Response.of(problem.status(), Problem.type(), new String(problem.json("", "", Map.of(), Map.of()),
            java.nio.charset.StandardCharsets.UTF_8)));
  }
}
