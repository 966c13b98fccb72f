package id.jejak.app.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * One list of the demo world, such as the accounts of a system, ready to be shown as a table.
 *
 * @param name part and key, such as {@code ttac accounts}
 * @param columns the keys of the rows' plain values, in order
 */
public record WorldList(String name, List<String> columns, List<Map<String, Object>> rows) {

  /** All lists of rows that the parts' worlds hold directly. */
  public static List<WorldList> of(Map<String, Object> world) {
    var lists = new ArrayList<WorldList>();
    world.forEach((part, entries) -> {
      if (entries instanceof Map<?, ?> map) {
        map.forEach((key, value) -> {
          if (value instanceof List<?> list && !list.isEmpty()) {
            add(lists, part + " " + key, list);
          } else if (value instanceof Map<?, ?> one) { // credentials of one
            add(lists, part + " " + key, List.of(one));
          }
        });
      }
    });
    return lists;
  }

  private static void add(List<WorldList> lists, String name, List<?> list) {
    var columns = new LinkedHashSet<String>();
    var rows = new ArrayList<Map<String, Object>>();
    for (var entry : list) {
      if (entry instanceof Map<?, ?> map) {
        var row = new java.util.LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
          if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            row.put(String.valueOf(key), value);
          }
        });
        columns.addAll(row.keySet());
        rows.add(row);
      }
    }
    if (!columns.isEmpty()) {
      lists.add(new WorldList(name, List.copyOf(columns), rows));
    }
  }
}
