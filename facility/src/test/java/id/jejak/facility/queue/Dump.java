package id.jejak.facility.queue;

import id.jejak.kernel.db.Db;

/** Everything in the tables of a schema as text, bytes as hexadecimal digits. */
final class Dump {
  private Dump() {}

  static String of(Db db, String schema) {
    return db.read(handle -> {
      var all = new StringBuilder();
      for (var table : handle.createQuery("""
          select format('%I.%I', table_schema, table_name)
            from information_schema.tables
           where table_schema = :schema
           order by 1""").bind("schema", schema).mapTo(String.class).list()) {
        handle.createQuery("select row_to_json(t)::text from " + table + " t").mapTo(String.class).list()
            .forEach(row -> all.append(table).append(' ').append(row).append('\n'));
      }
      return all.toString();
    });
  }
}
