package id.jejak.verify.operations;

import id.jejak.app.docs.Answers;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Route;
import id.jejak.verify.Repository;
import id.jejak.verify.golden.Exchange;
import id.jejak.verify.golden.GoldenFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an operation needs to be whole. Each method says what is missing, so an empty list is good news.
 *
 * @param operations of one system, in the document's order
 * @param mounts the system as served
 * @param answers how the system's answers go over the wire
 * @param files the golden files of the system
 */
record OperationRules(List<Operation> operations, List<Mount> mounts, Answers answers, List<GoldenFile> files) {
  private static final Pattern DECISION = Pattern.compile("docs/decisions/(\\d{4})");

  /** Operations that are not named after their system, so that nobody finds their files. */
  List<String> idsOfOthers(String system) {
    return operations.stream().map(Operation::id).filter(id -> !id.startsWith(system + "."))
        .map(id -> id + " does not begin with " + system).toList();
  }

  List<String> idsUsedTwice() {
    var seen = new HashSet<String>();
    return operations.stream().map(Operation::id).filter(id -> !seen.add(id))
        .map(id -> id + " names two operations").toList();
  }

  /** Operations without a route, and routes that are in no list: the reference would not show them. */
  List<String> routesAmiss() {
    var served = mounts.stream().flatMap(mount -> mount.routes().stream()).map(Route::operation).toList();
    var amiss = new ArrayList<String>();
    operations.stream().filter(operation -> !served.contains(operation))
        .forEach(operation -> amiss.add(operation.id() + " has no route"));
    served.stream().filter(operation -> !operations.contains(operation))
        .forEach(operation -> amiss.add(operation.id() + " is served, but stands in no list"));
    return amiss;
  }

  /**
   * Outcomes that no golden exchange shows. The code is read from the answer itself, so a file cannot claim
   * one.
   *
   * @param anywhere codes that one operation shows for all, since no request can bring them about at will
   */
  List<String> outcomesNotShown(Set<String> anywhere) {
    var missing = new LinkedHashSet<String>();
    var shownBy = new HashMap<String, Set<String>>();
    operations.forEach(one -> shownBy.put(one.id(), shown(one)));
    for (var operation : operations) {
      for (var outcome : operation.outcomes()) {
        boolean shown = anywhere.contains(outcome.code())
            ? shownBy.values().stream().anyMatch(codes -> codes.contains(outcome.code()))
            : shownBy.getOrDefault(operation.id(), Set.of()).contains(outcome.code());
        if (!shown) {
          missing.add((anywhere.contains(outcome.code()) ? "any operation" : operation.id())
              + " has no golden "
              + outcome.code());
        }
      }
    }
    return List.copyOf(missing);
  }

  /** Golden files about operations that do not exist, or that never ask the one they are about. */
  List<String> filesAstray() {
    var astray = new ArrayList<String>();
    for (var file : files) {
      var operation = operations.stream().filter(one -> one.id().equals(file.operation())).findFirst();
      if (operation.isEmpty()) {
        astray.add(file.name() + " is about " + file.operation() + ", which nobody has");
      } else if (file.exchanges().stream().noneMatch(asks(operation.get()))) {
        astray.add(file.name() + " never asks " + file.operation());
      }
    }
    return astray;
  }

  /** Decisions that golden files lean on and nobody wrote. */
  List<String> decisionsUnwritten(Path decisions) {
    var written = Repository.below(decisions, ".md").stream().map(file -> file.getFileName().toString())
        .toList();
    return files.stream().flatMap(file -> DECISION.matcher(file.source()).results()
        .filter(decision -> written.stream().noneMatch(name -> name.startsWith(decision.group(1) + "-")))
        .map(decision -> file.name() + " leans on " + decision.group() + ", which is not written")).toList();
  }

  /** Cases of the contract that no golden file shows. */
  List<String> casesNotShown(List<String> cases) {
    var shown = new HashSet<String>();
    files.forEach(file -> shown.addAll(file.cases()));
    return cases.stream().filter(one -> !shown.contains(one)).toList();
  }

  /** Cases that golden files name and the contract does not have. */
  List<String> casesUnheardOf(List<String> cases) {
    return files.stream().flatMap(file -> file.cases().stream().filter(one -> !cases.contains(one))
        .map(one -> file.name() + " names case " + one + ", which there is not")).toList();
  }

  private Set<String> shown(Operation operation) {
    var codes = new HashSet<String>();
    var asks = asks(operation);
    for (var file : files) {
      for (var exchange : file.exchanges()) {
        if (asks.test(exchange)) {
          exchange.expected()
              .flatMap(expected -> answers.code(operation, expected.status(), expected.body()))
              .ifPresent(codes::add);
        }
      }
    }
    return codes;
  }

  private Predicate<Exchange> asks(Operation operation) {
    var paths = paths(operation);
    return exchange -> !exchange.setup() && exchange.method().equals(operation.method())
        && paths.matcher(exchange.target().replaceAll("\\?.*", "")).matches();
  }

  private Pattern paths(Operation operation) {
    var path = Arrays.stream(operation.path().split("/", -1))
        .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment)).collect(Collectors.joining("/"));
    return Pattern.compile(bases(operation).stream().map(base -> Pattern.quote(base) + path)
        .collect(Collectors.joining("|")));
  }

  /** Where it is served; that it is not is told elsewhere, and then any address of the system will do. */
  private List<String> bases(Operation operation) {
    var serving = mounts.stream().filter(mount -> serves(mount, operation)).toList();
    return (serving.isEmpty() ? mounts : serving).stream().flatMap(mount -> mount.bases().stream()).toList();
  }

  private static boolean serves(Mount mount, Operation operation) {
    return mount.routes().stream().anyMatch(route -> route.operation().equals(operation));
  }
}
