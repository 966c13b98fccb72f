package id.jejak.kfa.contract;

import static id.jejak.kfa.contract.Describe.optional;
import static id.jejak.kfa.contract.Describe.ours;
import static id.jejak.kfa.contract.Describe.wrong;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import java.util.List;

/** Operations that no document has: what became of the dictionary, and rows for it. */
@Source(grade = Grade.INFERRED, ref = "ours; facts 13", seen = "2026-11")
public final class OwnOperations {
  /** The feed of changes. */
  public static final Operation CHANGES = ours("kfa.changes.list", "GET", "/changes", "Changes",
      "What was added, changed, renamed, deactivated, replaced and repriced since a change, in the order in which it"
          + " became visible. Ask again with next until more is false.")
      .params(optional("since", "number", "the last change that is known already; 0 if not given", "0"),
          optional("limit", "number", "changes at the most, 1 to 10000; 1000 if not given", "100"))
      .outcomes(Describe.UNAUTHORIZED, Describe.INTEGER,
          wrong("422 below", "ensure this value is greater than or equal to 0", "since or limit is too small"),
          wrong("422 above", "ensure this value is less than or equal to 10000", "limit is too large"),
          Describe.BROKEN, Describe.FOUND)
      .example(Examples.CHANGES);

  /** Rows for the dictionary. */
  public static final Operation IMPORT = ours("kfa.dictionary.load", "POST", "/import", "Import",
      "Takes answers of the official service, or plain rows, as the body: pages of every version, details, metadata,"
          + " prices, one after another. All rows or none; a row that is known is compared and counted by what changed.")
      .outcomes(Describe.UNAUTHORIZED,
          wrong("400 unreadable", "Nothing was imported: {why}", "not JSON, or an object that is no row; with its place"),
          Describe.BROKEN, Describe.FOUND)
      .inferred("A row is known again by its code; without one by its number or by name and template (K25).",
          "With the headers X-Jejak-Source (where the rows are from) and X-Jejak-Began (when somebody began to gather"
              + " them, as an instant) the load is remembered, and told by GET /kfa/imports.")
      .example(Examples.IMPORT);

  /** Loads that are remembered. */
  public static final Operation IMPORTS = ours("kfa.imports.list", "GET", "/imports", "Imports",
      "Loads whose source was told, newest first, one for each source: from when the next one must ask.")
      .params(optional("source", "string", "only this source", "\"\""))
      .outcomes(Describe.UNAUTHORIZED, Describe.BROKEN, Describe.FOUND)
      .example("{\"imports\":[]}");

  /** In the sandbox only, and so in no list. */
  public static final Operation SANDBOX_RULES = new Operation("kfa.sandbox.rules", "POST", "/kfa/rules", "Rules of KFA",
      "Switches the paths of ATC and tags off or on, until the next reset.",
      List.of(optional("atc_gone", "boolean", "as the setting kfa.atc-gone", "true")),
      List.of(new Operation.Outcome("200", true, "", "{\"atc_gone\": true}; faults answer 400 {\"error\": ...}")),
      "ours: no national document has it", true, List.of(), List.of(), "{\"atc_gone\": true}");

  /** All of them. */
  public static final List<Operation> ALL = List.of(CHANGES, IMPORT, IMPORTS);

  private OwnOperations() {}
}
