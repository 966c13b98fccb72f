package id.jejak.app.web.recall;

import id.jejak.app.web.ground.Page;
import id.jejak.app.web.pharmacy.StockWords;
import id.jejak.app.web.recall.RecallPages.Gone;
import id.jejak.app.web.recall.RecallPages.Place;
import id.jejak.app.web.recall.RecallPages.Recall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A recall as a picture: what is recalled, where its packs are, and through which compounds it reached whom. Measures
 * are units of the picture.
 *
 * @param left out of the picture, since it would be unreadable
 */
public record RecallGraph(int width, int height, List<Node> nodes, List<String> edges, int left) {
  private static final int PEOPLE = 24;
  private static final int WIDTH = 214;
  private static final int GAP = 70;
  private static final int LINE = 16;
  private static final int PAD = 8;
  private static final int SPACE = 10;

  /** A box with lines of text, the first of them strong. */
  public record Node(String kind, int x, int y, int height, List<String> lines) {
    /** Of every box. */
    public int width() {
      return WIDTH;
    }

    private int middle() {
      return y + height / 2;
    }
  }

  /** Draws it. */
  static RecallGraph of(Page page, Recall recall, List<Place> places, List<Gone> gone, Map<String, String> names) {
    var drawing = new Drawing();
    var lots = new ArrayList<String>();
    lots.add(recall.by().toUpperCase(Locale.ROOT) + " " + recall.value());
    recall.lots().stream().limit(6).forEach(lot -> lots.add("batch " + lot.batch() + " · ED " + lot.expiry()));
    var root = drawing.put(0, "lot", lots);
    places.forEach(place -> drawing.edge(root, drawing.put(1, "place", List.of(place.name(),
        place.packs() + " " + page.say("kemasan", "packs") + " · " + StockWords.state(page, place.state())))));
    if (gone.isEmpty()) {
      return drawing.done(0);
    }
    var out = drawing.put(1, "place", List.of(page.say("diserahkan di sini", "dispensed here"),
        gone.size() + " " + page.say("porsi", "portions")));
    drawing.edge(root, out);
    var mixes = new LinkedHashMap<String, Node>();
    var people = new LinkedHashMap<String, Node>();
    int left = 0;
    int last = gone.stream().allMatch(one -> one.compound().isEmpty()) ? 2 : 3;
    for (var one : gone) {
      var from = out;
      if (!one.compound().isEmpty()) {
        from = mixes.computeIfAbsent(one.compound(), id -> drawing.edge(out, drawing.put(2, "mix", List.of(
            page.say("racikan", "compound"), id))));
      }
      var person = people.get(one.patient());
      if (person == null) {
        if (people.size() == PEOPLE) {
          left++;
          continue;
        }
        person = drawing.put(last, "person", List.of(names.getOrDefault(one.patient(), one.patient()), one.patient()));
        people.put(one.patient(), person);
      }
      drawing.edge(from, person);
    }
    return drawing.done(left);
  }

  /** What is drawn so far. */
  private static final class Drawing {
    private final List<Node> nodes = new ArrayList<>();
    private final java.util.LinkedHashSet<String> edges = new java.util.LinkedHashSet<>();
    private final int[] next = {PAD, PAD, PAD, PAD};

    Node put(int column, String kind, List<String> lines) {
      int height = lines.size() * LINE + 2 * PAD;
      var node = new Node(kind, PAD + column * (WIDTH + GAP), next[column], height, lines.stream()
          .map(line -> line.length() > 31 ? line.substring(0, 30) + "…" : line).toList());
      next[column] += height + SPACE;
      nodes.add(node);
      return node;
    }

    /** A line from one to another; gives the other. */
    Node edge(Node from, Node to) {
      int begin = from.x() + WIDTH;
      int half = (to.x() - begin) / 2;
      edges.add("M" + begin + " " + from.middle() + " C" + (begin + half) + " " + from.middle() + " " + (begin + half)
          + " " + to.middle() + " " + to.x() + " " + to.middle());
      return to;
    }

    RecallGraph done(int left) {
      int columns = nodes.stream().mapToInt(Node::x).max().orElse(0) + WIDTH + PAD;
      int height = nodes.stream().mapToInt(node -> node.y() + node.height()).max().orElse(0) + PAD;
      return new RecallGraph(columns, height, List.copyOf(nodes), List.copyOf(edges), left);
    }
  }
}
