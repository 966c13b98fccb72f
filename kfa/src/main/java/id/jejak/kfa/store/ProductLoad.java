package id.jejak.kfa.store;

import id.jejak.kernel.db.CopyIn;
import java.util.List;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/**
 * Products on their way in. A row is known again by its code; a row without one by the number that the official
 * service gave it, and without that by its name and template. So a draft that gets its code stays the same product.
 */
final class ProductLoad {
  private static final String COPY = """
      copy incoming_product (pos, generation, code, source_id, ident, kind, template_code, template_name,
        template_active, template_state, template_at, name, active, state, updated_at, nie, lkpp, fix_price, het_price,
        replacement, refs, category, words, digest, doc) from stdin
      """;
  private static final int V2 = 2;
  private static final int V3 = 3;

  private ProductLoad() {}

  static CopyIn open(Handle tx) {
    tx.execute("""
        create temporary table if not exists incoming_product (
          pos bigint, generation smallint, code text collate "C", source_id bigint, ident text collate "C", kind text,
          template_code text collate "C", template_name text, template_active boolean, template_state text,
          template_at timestamptz, name text, active boolean, state text, updated_at timestamptz, nie text, lkpp text,
          fix_price text, het_price text, replacement text, refs text[], category text, words text, digest bytea,
          doc json) on commit drop
        """);
    return new CopyIn(tx, COPY);
  }

  /** Takes a row; false when it has neither a code nor a name. */
  static boolean add(CopyIn copy, long pos, Row.Kind kind, JsonNode row) {
    boolean v3 = kind == Row.Kind.ALKES_V3;
    var code = Lenient.code(row, "kfa_code").orElse(null);
    var name = Lenient.text(row, v3 ? "display_name" : "name").or(() -> Lenient.text(row, "name")).orElse("");
    if (code == null && name.isEmpty()) {
      return false;
    }
    var template = row.path("product_template");
    var templateCode = Lenient.code(template, "kfa_code").orElse(null);
    var source = Lenient.number(row, "id");
    var kept = Documents.kept(row);
    copy.field(pos).field(v3 ? V3 : V2).field(code)
        .field(source.isPresent() ? Long.toString(source.getAsLong()) : null)
        .field(code != null ? code : source.isPresent() ? "#" + source.getAsLong() : "=" + templateCode + "|" + name)
        .field(Documents.kind(row)).field(templateCode)
        .field(Lenient.text(template, "name").orElse(name))
        .field(Lenient.flag(template, "active", true)).field(Lenient.text(template, "state").orElse(null))
        .field(Lenient.moment(template, "updated_at").toString())
        .field(name).field(Lenient.flag(row, "active", true))
        .field(Lenient.text(row, v3 ? "product_state" : "state").orElse(null))
        .field(Lenient.moment(row, "updated_at").toString())
        .field(Lenient.text(row, "nie").map(Lenient::nie).orElse(null))
        .field(Lenient.text(row, "kode_lkpp").orElse(null))
        .field(Documents.price(row, "fix_price")).field(Documents.price(row, "het_price"))
        .field(Documents.replacement(row)).field(Documents.references(row))
        .field(v3 ? Documents.category(row) : null)
        .field(v3 ? Documents.searched(row, List.of("display_name", "nama_dagang"))
            + Documents.searched(template, List.of("synonyms")) : null)
        .field(kept.digest()).field(kept.text())
        .end();
    return true;
  }

  /** Everything is in: finds what is known, writes down what changed, and keeps it. */
  static Loaded settle(LoadRun run) {
    var tx = run.tx;
    tx.execute("analyze incoming_product");
    match(tx);
    var counted = count(tx);
    if (counted.changed() > 0) {
      run.numbered(writeChanges(run));
      update(run);
    }
    if (counted.added() > 0) {
      run.numbered(insert(run, counted.added()));
    }
    templates(run);
    return counted;
  }

  /** The last of several rows for one product counts. */
  private static void match(Handle tx) {
    tx.execute("""
        create temporary table match_product on commit drop as
        with last as (
          select distinct on (generation, ident) pos, generation, code, source_id, template_code, name, active,
                 fix_price, het_price, replacement, digest
            from incoming_product
           order by generation, ident, pos desc),
        found as (
          select distinct on (l.pos) l.*, coalesce(a.id, b.id, c.id) as id
            from last l
            left join kfa.product a on a.generation = l.generation and a.code = l.code
            left join kfa.product b on a.id is null and b.code is null and b.generation = l.generation
                                   and b.source_id = l.source_id
            left join kfa.product c on a.id is null and b.id is null and c.code is null
                                   and c.generation = l.generation
                                   and coalesce(c.template_code, '') = coalesce(l.template_code, '')
                                   and c.name = l.name and (c.source_id is null or l.source_id is null)
           order by l.pos, c.id),
        single as (
          select f.*, row_number() over (partition by f.id order by f.code is null, f.pos desc) as turn
            from found f)
        select s.pos, p.id, p.digest is distinct from s.digest as changed,
               p.name <> s.name as renamed,
               p.active and not s.active as deactivated,
               s.replacement is not null and s.replacement is distinct from p.replacement as replaced,
               p.fix_price is distinct from s.fix_price or p.het_price is distinct from s.het_price as repriced
          from single s
          left join kfa.product p on p.id = s.id and s.turn = 1
        """);
    tx.execute("analyze match_product");
  }

  private static Loaded count(Handle tx) {
    return tx.createQuery("""
            select count(*) filter (where id is null) as added,
                   count(*) filter (where id is not null and changed) as changed,
                   count(*) filter (where id is not null and changed and renamed) as renamed,
                   count(*) filter (where id is not null and changed and deactivated) as deactivated,
                   count(*) filter (where id is not null and changed and replaced) as replaced,
                   count(*) filter (where id is not null and changed and repriced) as repriced
              from match_product
            """)
        .map((rs, _) -> new Loaded(0, rs.getLong("added"), rs.getLong("changed"), rs.getLong("renamed"),
            rs.getLong("deactivated"), rs.getLong("replaced"), rs.getLong("repriced"), 0, 0))
        .one();
  }

  private static int writeChanges(LoadRun run) {
    return run.tx.createUpdate("""
            insert into kfa.change (seq, at, what, subject, id, code, name, before, after)
            select :seq + row_number() over (order by m.pos, v.place), :at, v.what, 'product', p.id,
                   coalesce(i.code, p.code), i.name, v.before, v.after
              from match_product m
              join incoming_product i on i.pos = m.pos
              join kfa.product p on p.id = m.id
              cross join lateral (values
                (1, 'renamed', m.renamed, p.name, i.name),
                (2, 'deactivated', m.deactivated, 'active', 'inactive'),
                (3, 'replaced', m.replaced, p.replacement, i.replacement),
                (4, 'repriced', m.repriced,
                 concat_ws(' / ', coalesce(p.fix_price, '-'), coalesce(p.het_price, '-')),
                 concat_ws(' / ', coalesce(i.fix_price, '-'), coalesce(i.het_price, '-'))),
                (5, 'changed', not (m.renamed or m.deactivated or m.replaced or m.repriced),
                 case when p.code is distinct from i.code then coalesce(p.code, '/')
                      when p.state is distinct from i.state then p.state end,
                 case when p.code is distinct from i.code then coalesce(i.code, '/')
                      when p.state is distinct from i.state then i.state end)
              ) v (place, what, holds, before, after)
             where m.changed and v.holds
            """)
        .bind("seq", run.seq).bind("at", run.at)
        .execute();
  }

  private static void update(LoadRun run) {
    run.tx.createUpdate("""
            update kfa.product p
               set code = i.code, source_id = coalesce(i.source_id, p.source_id), kind = i.kind,
                   template_code = i.template_code, template_name = i.template_name, name = i.name, active = i.active,
                   state = i.state, updated_at = i.updated_at, nie = i.nie, lkpp = i.lkpp, fix_price = i.fix_price,
                   het_price = i.het_price, replacement = i.replacement, refs = i.refs, category = i.category,
                   words = i.words, digest = i.digest, edition = :edition, doc = i.doc
              from match_product m
              join incoming_product i on i.pos = m.pos
             where p.id = m.id and m.changed
            """)
        .bind("edition", run.edition)
        .execute();
  }

  private static int insert(LoadRun run, long added) {
    long base = run.tx.createQuery("""
            select setval('kfa.product_id', nextval('kfa.product_id') + :added) - :added
            """)
        .bind("added", added).mapTo(long.class).one();
    run.tx.execute("""
        create temporary table fresh_product on commit drop as
        select pos, row_number() over (order by pos) as place
          from match_product
         where id is null
        """);
    run.tx.createUpdate("""
            insert into kfa.product (id, generation, code, source_id, kind, template_code, template_name, name, active,
                   state, updated_at, nie, lkpp, fix_price, het_price, replacement, refs, category, words, digest,
                   edition, doc)
            select :base + f.place, i.generation, i.code, i.source_id, i.kind, i.template_code, i.template_name, i.name,
                   i.active, i.state, i.updated_at, i.nie, i.lkpp, i.fix_price, i.het_price, i.replacement, i.refs,
                   i.category, i.words, i.digest, :edition, i.doc
              from incoming_product i
              join fresh_product f on f.pos = i.pos
            """)
        .bind("base", base).bind("edition", run.edition)
        .execute();
    return run.tx.createUpdate("""
            insert into kfa.change (seq, at, what, subject, id, code, name)
            select :seq + f.place, :at, 'added', 'product', :base + f.place, i.code, i.name
              from incoming_product i
              join fresh_product f on f.pos = i.pos
            """)
        .bind("seq", run.seq).bind("at", run.at).bind("base", base)
        .execute();
  }

  /** Templates of version 2 are told by their products; the newest telling counts. */
  private static void templates(LoadRun run) {
    run.tx.execute("""
        create temporary table told_template on commit drop as
        select i.*, t.code is null as fresh, t.name as name_before, t.active and not i.active as deactivated
          from (select distinct on (template_code) pos, template_code as code, template_name as name,
                       template_active as active, template_state as state, kind, template_at as updated_at
                  from incoming_product
                 where generation = 2 and template_code is not null
                 order by template_code, template_at desc, pos desc) i
          left join kfa.template t on t.generation = 2 and t.code = i.code
         where t.code is null
            or t.updated_at <= i.updated_at
           and (t.name, t.active, t.state, t.kind, t.updated_at)
               is distinct from (i.name, i.active, i.state, i.kind, i.updated_at)
        """);
    run.numbered(run.tx.createUpdate("""
            insert into kfa.change (seq, at, what, subject, code, name, before, after)
            select :seq + row_number() over (order by t.pos, v.place), :at, v.what, 'template', t.code, t.name, v.before,
                   v.after
              from told_template t
              cross join lateral (values
                (1, 'added', t.fresh, null, null),
                (2, 'renamed', t.name_before <> t.name, t.name_before, t.name),
                (3, 'deactivated', t.deactivated, 'active', 'inactive'),
                (4, 'changed', not t.fresh and t.name_before = t.name and not t.deactivated, null, null)
              ) v (place, what, holds, before, after)
             where v.holds
            """)
        .bind("seq", run.seq).bind("at", run.at).execute());
    run.tx.createUpdate("""
            insert into kfa.template (generation, code, name, active, state, kind, updated_at, digest, edition)
            select 2, code, name, active, state, kind, updated_at, ''::bytea, :edition
              from told_template
                on conflict (generation, code) do update
               set name = excluded.name, active = excluded.active, state = excluded.state, kind = excluded.kind,
                   updated_at = excluded.updated_at, edition = excluded.edition
            """)
        .bind("edition", run.edition)
        .execute();
  }
}
