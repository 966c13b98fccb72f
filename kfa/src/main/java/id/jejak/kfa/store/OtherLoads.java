package id.jejak.kfa.store;

import id.jejak.kernel.db.CopyIn;
import java.util.List;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/**
 * Prices, templates of version 3, ATC nodes and tags on their way in. Each is known again by what names it: a price by
 * template, region, document and first day, the others by their code.
 */
final class OtherLoads {
  /** A row of the table that all of them come through. */
  private static final String COPY = """
      copy incoming_other (pos, subject, code, k2, k3, k4, name, active, state, kind, updated_at, parent, category, words,
        amount, end_date, digest, doc) from stdin
      """;

  private OtherLoads() {}

  static CopyIn open(Handle tx) {
    tx.execute("""
        create temporary table if not exists incoming_other (
          pos bigint, subject text, code text collate "C", k2 text collate "C", k3 text, k4 text, name text,
          active boolean, state text, kind text, updated_at timestamptz, parent text, category text, words text,
          amount text, end_date text, digest bytea, doc json) on commit drop
        """);
    return new CopyIn(tx, COPY);
  }

  /** Takes a row; false when nothing names it. */
  static boolean add(CopyIn copy, long pos, Row.Kind kind, JsonNode row) {
    var kept = Documents.kept(row);
    boolean price = kind == Row.Kind.PRICE;
    boolean node = kind == Row.Kind.ATC || kind == Row.Kind.TAG;
    var code = Lenient.code(row, node ? "code" : "kfa_code");
    if (code.isEmpty() && !node) {
      return false;
    }
    copy.field(pos).field(subject(kind)).field(code.orElse(""))
        .field(price ? Lenient.text(row, "region_code").orElse("") : "")
        .field(price ? Lenient.text(row, "document_ref").orElse("") : "")
        .field(price ? Lenient.text(row, "start_date").orElse("") : "")
        .field(Lenient.text(row, price ? "product_template_name" : "name").orElse(""))
        .field(Lenient.flag(row, "active", true)).field(Lenient.text(row, node ? "level" : "state").orElse(null))
        .field(Documents.kind(row)).field(Lenient.moment(row, "updated_at").toString())
        .field(node ? Documents.parent(row) : null).field(Documents.category(row))
        .field(Documents.searched(row, List.of("name", "synonyms")))
        .field(price ? java.util.Objects.requireNonNullElse(Documents.price(row, "price_unit"), "") : null)
        .field(price ? Lenient.text(row, "end_date").orElse(null) : null)
        .field(kept.digest()).field(kept.text())
        .end();
    return true;
  }

  private static String subject(Row.Kind kind) {
    return switch (kind) {
      case PRICE -> "price";
      case TEMPLATE_V3 -> "template";
      case ATC -> "atc";
      case TAG -> "tag";
      case PRODUCT_V2, ALKES_V3 -> throw new IllegalArgumentException("products come another way: " + kind);
    };
  }

  /** Everything is in: writes down what changed, and keeps it. */
  static Loaded settle(LoadRun run) {
    var tx = run.tx;
    tx.execute("analyze incoming_other");
    tx.execute("""
        create temporary table match_other on commit drop as
        with last as (
          select distinct on (subject, code, k2, k3, k4) *
            from incoming_other
           order by subject, code, k2, k3, k4, pos desc),
        known as (
          select 'price' as subject, template_code as code, region_code as k2, document_ref as k3, start_date as k4,
                 digest, active, price_unit as amount, '' as name
            from kfa.price
           union all
          select 'template', code, '', '', '', digest, active, '', name from kfa.template where generation = 3
           union all
          select 'atc', code, '', '', '', digest, true, '', '' from kfa.atc
           union all
          select 'tag', code, '', '', '', digest, true, '', '' from kfa.tag)
        select l.pos, k.subject is null as fresh,
               coalesce(k.subject = 'template' and k.name <> l.name, false) as renamed,
               coalesce(k.active and not l.active, false) as deactivated,
               coalesce(k.subject = 'price' and k.amount <> l.amount, false) as repriced,
               k.amount as before, k.name as name_before
          from last l
          left join known k on k.subject = l.subject and k.code = l.code and k.k2 = l.k2 and k.k3 = l.k3
                           and k.k4 = l.k4
         where k.digest is distinct from l.digest
        """);
    var counted = count(tx);
    if (counted.differs()) {
      run.numbered(writeChanges(run));
      prices(run);
      templates(run);
      nodes(run);
    }
    return counted;
  }

  private static Loaded count(Handle tx) {
    return tx.createQuery("""
            select count(*) filter (where fresh) as added, count(*) filter (where not fresh) as changed,
                   count(*) filter (where renamed) as renamed, count(*) filter (where deactivated) as deactivated,
                   count(*) filter (where repriced) as repriced
              from match_other
            """)
        .map((rs, _) -> new Loaded(0, rs.getLong("added"), rs.getLong("changed"), rs.getLong("renamed"),
            rs.getLong("deactivated"), 0, rs.getLong("repriced"), 0, 0))
        .one();
  }

  private static int writeChanges(LoadRun run) {
    return run.tx.createUpdate("""
            insert into kfa.change (seq, at, what, subject, code, name, before, after)
            select :seq + row_number() over (order by m.pos, v.place), :at, v.what, i.subject, nullif(i.code, ''),
                   i.name, v.before, v.after
              from match_other m
              join incoming_other i on i.pos = m.pos
              cross join lateral (values
                (1, 'added', m.fresh, null, nullif(concat_ws(' ', nullif(i.k2, ''), i.amount), '')),
                (2, 'renamed', m.renamed, m.name_before, i.name),
                (3, 'deactivated', m.deactivated, concat_ws(' ', nullif(i.k2, ''), 'active'),
                 concat_ws(' ', nullif(i.k2, ''), 'inactive')),
                (4, 'repriced', m.repriced, concat_ws(' ', nullif(i.k2, ''), m.before),
                 concat_ws(' ', nullif(i.k2, ''), i.amount)),
                (5, 'changed', not (m.fresh or m.renamed or m.deactivated or m.repriced), null, null)
              ) v (place, what, holds, before, after)
             where v.holds
            """)
        .bind("seq", run.seq).bind("at", run.at)
        .execute();
  }

  private static void prices(LoadRun run) {
    run.tx.createUpdate("""
            insert into kfa.price (id, template_code, region_code, document_ref, start_date, end_date, active,
                   price_unit, digest, edition, doc)
            select nextval('kfa.product_id'), p.*
              from (select i.code, i.k2, i.k3, i.k4, i.end_date, i.active, i.amount, i.digest, :edition, i.doc
                      from incoming_other i
                      join match_other m on m.pos = i.pos
                     where i.subject = 'price'
                     order by i.pos) p
                on conflict (template_code, region_code, document_ref, start_date) do update
               set end_date = excluded.end_date, active = excluded.active, price_unit = excluded.price_unit,
                   digest = excluded.digest, edition = excluded.edition, doc = excluded.doc
            """)
        .bind("edition", run.edition)
        .execute();
  }

  private static void templates(LoadRun run) {
    run.tx.createUpdate("""
            insert into kfa.template (generation, code, name, active, state, kind, updated_at, category, words, digest,
                   edition, doc)
            select 3, i.code, i.name, i.active, i.state, i.kind, i.updated_at, i.category, i.words, i.digest, :edition,
                   i.doc
              from incoming_other i
              join match_other m on m.pos = i.pos
             where i.subject = 'template'
                on conflict (generation, code) do update
               set name = excluded.name, active = excluded.active, state = excluded.state, kind = excluded.kind,
                   updated_at = excluded.updated_at, category = excluded.category, words = excluded.words,
                   digest = excluded.digest, edition = excluded.edition, doc = excluded.doc
            """)
        .bind("edition", run.edition)
        .execute();
  }

  private static void nodes(LoadRun run) {
    run.tx.createUpdate("""
            insert into kfa.atc (code, level, parent, position, digest, edition, doc)
            select i.code, coalesce(i.state, ''), i.parent, i.pos, i.digest, :edition, i.doc
              from incoming_other i
              join match_other m on m.pos = i.pos
             where i.subject = 'atc'
                on conflict (code) do update
               set level = excluded.level, parent = excluded.parent, digest = excluded.digest,
                   edition = excluded.edition, doc = excluded.doc
            """)
        .bind("edition", run.edition)
        .execute();
    run.tx.createUpdate("""
            insert into kfa.tag (code, level, parent, position, digest, edition, doc)
            select i.code, coalesce(i.state, ''), i.parent, i.pos, i.digest, :edition, i.doc
              from incoming_other i
              join match_other m on m.pos = i.pos
             where i.subject = 'tag'
                on conflict (code) do update
               set level = excluded.level, parent = excluded.parent, digest = excluded.digest,
                   edition = excluded.edition, doc = excluded.doc
            """)
        .bind("edition", run.edition)
        .execute();
  }
}
