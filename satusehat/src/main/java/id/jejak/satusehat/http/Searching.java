package id.jejak.satusehat.http;

import id.jejak.gateway.contract.Caller;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.contract.ResourceTypes;
import id.jejak.satusehat.http.Query.Inclusion;
import id.jejak.satusehat.http.Reading.Pieces;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.ResourceStore.Named;
import id.jejak.satusehat.store.Search;
import id.jejak.satusehat.store.SearchStore;
import id.jejak.satusehat.store.Stored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Answers searches as the real server does: page by page, newest first, and total is the number of the page's rows. */
final class Searching {
  private final Db db;
  private final SearchStore searches;
  private final ResourceStore store;

  Searching(Db db, SearchStore searches, ResourceStore store) {
    this.db = db;
    this.searches = searches;
    this.store = store;
  }

  Response search(Caller caller, Request request) {
    var type = request.var("type");
    if (!ResourceTypes.kept(type)) {
      throw new Stop(Refusals.unknownType(type));
    }
    return Response.json(200, search(caller, type, request.query(), Replies.outside(request)));
  }

  /** The searchset. */
  byte[] search(Caller caller, String type, String text, String outside) {
    var query = Query.read(type, caller.organization(), text);
    return db.read(handle -> {
      var matches = searches.find(handle, query.search());
      boolean more = matches.size() > query.page();
      var page = more ? matches.subList(0, query.page()) : matches;
      var entries = new ArrayList<>(page);
      entries.addAll(included(handle, query, page));
      var next = more ? Optional.of(Query.token(new Search.Place(page.getLast().version(), page.getLast().rid())))
          : Optional.<String>empty();
      return bundle(entries, outside, query.url(), next);
    });
  }

  /** What a condition finds, the newest first; two are enough to know that it is not one. */
  List<Stored> matching(Handle handle, Caller caller, String type, String condition) {
    var search = Query.read(type, caller.organization(), condition).search();
    if (search.found().isEmpty() && search.words().isEmpty() && search.ids().isEmpty()) {
      throw new Stop(Refusals.badSearch("a condition needs a parameter that finds, such as identifier"));
    }
    return searches.find(handle, search).stream().limit(2).toList();
  }

  private List<Stored> included(Handle handle, Query query, List<Stored> matches) {
    if (matches.isEmpty() || query.include().isEmpty() && query.revinclude().isEmpty()) {
      return List.of();
    }
    var there = new HashSet<Long>();
    matches.forEach(match -> there.add(match.rid()));
    var more = new ArrayList<Stored>();
    var names = names(query, matches);
    if (!names.isEmpty()) {
      more.addAll(store.findAll(handle, names, query.search().asking()));
    }
    for (var inclusion : query.referring()) {
      more.addAll(referring(handle, query, matches, inclusion));
    }
    more.removeIf(one -> !there.add(one.rid()));
    more.sort(Comparator.comparingLong(Stored::version).reversed().thenComparing(Stored::rid));
    boolean numbered = query.search().numbered();
    return more.stream().limit(Limits.INCLUDED).map(one -> numbered ? shown(one) : one).toList();
  }

  /** Whoever holds a prescription's number was given it by the patient. */
  private static Stored shown(Stored one) {
    return new Stored(one.rid(), one.type(), one.id(), one.version(), one.owner(), false, one.content());
  }

  private static LinkedHashSet<Named> names(Query query, List<Stored> matches) {
    var names = new LinkedHashSet<Named>();
    for (var match : matches) {
      if (match.hidden() || query.include().isEmpty()) {
        continue;
      }
      var resource = Documents.own(match.content());
      for (var inclusion : query.include()) {
        Indexer.references(resource, inclusion.parameter(), target -> {
          if (names.size() < Limits.INCLUDED && ResourceTypes.kept(target.type())) {
            names.add(new Named(target.type(), target.id()));
          }
        });
      }
    }
    return names;
  }

  private List<Stored> referring(Handle handle, Query query, List<Stored> matches, Inclusion inclusion) {
    var values = matches.stream().map(match -> new Search.Value(
        Hashes.term(inclusion.type(), inclusion.parameter().key(), match.id()),
        Optional.of(Hashes.system(match.type())))).toList();
    return searches.find(handle, new Search(inclusion.type(), query.search().asking(), List.of(values), List.of(),
        List.of(), List.of(), List.of(), List.of(), false, Optional.empty(), Limits.INCLUDED,
        query.search().numbered()));
  }

  private static byte[] bundle(List<Stored> entries, String outside, String query, Optional<String> next) {
    var bundle = new Pieces().text("{");
    if (!entries.isEmpty()) {
      bundle.text("\"entry\":[");
      for (int i = 0; i < entries.size(); i++) {
        entry(bundle.text(i == 0 ? "" : ","), entries.get(i), outside);
      }
      bundle.text("],");
    }
    var url = outside + "/" + query;
    bundle.text("\"link\":[");
    link(bundle, "search", url).text(",");
    next.ifPresent(token -> link(bundle, "next",
        url + (url.endsWith("?") ? "" : "&") + "_page_token=" + token).text(","));
    link(bundle, "first", url).text(",");
    link(bundle, "self", url);
    return bundle.text("],\"resourceType\":\"Bundle\",\"total\":").text(Integer.toString(entries.size()))
        .text(",\"type\":\"searchset\"").text(entries.isEmpty() ? ",\"entry\":[]}" : "}").toBytes();
  }

  private static void entry(Pieces bundle, Stored stored, String outside) {
    if (stored.hidden()) {
      bundle.text("{\"resource\":").bytes(Refusals.suppressed("No consent available for " + stored.type() + "/"
          + stored.id()).json()).text("}");
      return;
    }
    bundle.text("{\"fullUrl\":").quoted(outside + "/" + stored.type() + "/" + stored.id()).text(",\"resource\":")
        .bytes(stored.content()).text("}");
  }

  private static Pieces link(Pieces bundle, String relation, String url) {
    return bundle.text("{\"relation\":\"" + relation + "\",\"url\":").quoted(url).text("}");
  }
}
