package id.jejak.app.web.ttac;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Who has had a pack, drawn where they are: points, the ways between them, and a grid of degrees, in a drawing of 720 by
 * 360. A holder of whom no point is known stands at the lower edge.
 *
 * @param points in the order in which they first had it
 */
public record HolderMap(List<Point> points, List<Way> ways, List<Grid> grid) {
  /** Width of the drawing. */
  public static final int WIDTH = 720;
  /** Height of the drawing. */
  public static final int HEIGHT = 360;
  private static final int EDGE = 60;
  private static final int LOWER = HEIGHT - 18;
  /** Degrees that the drawing shows at least, so that neighbours do not look far apart. */
  private static final double LEAST = 0.2;
  private static final double[] STEPS = {0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10};
  private static final int LINES = 6;
  private static final int BEND = 26;

  /**
   * A holder.
   *
   * @param order 1 for who had it first
   * @param last whether it is there now
   * @param end whether its name stands at its left
   */
  public record Point(int order, String name, String place, long x, long y, boolean last, boolean end) {}

  /**
   * A way that it went.
   *
   * @param path of the drawing
   * @param times how often
   */
  public record Way(String path, long x, long y, int times, String title) {}

  /** A line of the grid. */
  public record Grid(long x1, long y1, long x2, long y2, String label) {}

  private record Holder(int id, String name, String place, Optional<Double> latitude, Optional<Double> longitude) {}

  /** A frame of degrees. */
  private record Frame(double west, double south, double scaleX, double scaleY) {
    long x(double longitude) {
      return Math.round(EDGE + (longitude - west) * scaleX);
    }

    long y(double latitude) {
      return Math.round(HEIGHT - EDGE - (latitude - south) * scaleY);
    }
  }

  /** Draws a trace; empty when nobody is known to have had it. */
  static Optional<HolderMap> of(JsonNode trace, JsonNode map) {
    var places = new LinkedHashMap<Integer, JsonNode>();
    map.path("places").forEach(one -> places.put(one.path("id").asInt(0), one));
    var holders = new LinkedHashMap<Integer, Holder>();
    var moves = new LinkedHashMap<List<Integer>, Integer>();
    for (var one : trace.path("history")) {
      boolean moved = one.path("to").isObject() && one.path("from").isObject();
      if (!moved) {
        add(holders, places, one.path("sarana"));
        continue;
      }
      add(holders, places, one.path("from"));
      add(holders, places, one.path("to"));
      if (!one.path("event").asString("").equals("receive")) { // a receipt ends the way that its sending began
        moves.merge(List.of(one.path("from").path("id").asInt(0), one.path("to").path("id").asInt(0)), 1, Integer::sum);
      }
    }
    if (holders.isEmpty()) {
      return Optional.empty();
    }
    var frame = frame(holders);
    var drawn = points(holders, frame, trace.path("holder").path("id").asInt(0));
    return Optional.of(new HolderMap(List.copyOf(drawn.values()), ways(moves, drawn), grid(frame)));
  }

  private static void add(Map<Integer, Holder> holders, Map<Integer, JsonNode> places, JsonNode sarana) {
    int id = sarana.path("id").asInt(0);
    if (id != 0) {
      var place = places.containsKey(id) ? places.get(id) : sarana;
      var where = place.path("kota").asString("");
      holders.putIfAbsent(id, new Holder(id, sarana.path("nama").asString(""), where,
          degrees(place.path("latitude"), 90), degrees(place.path("longitude"), 180)));
    }
  }

  private static Optional<Double> degrees(JsonNode text, int most) {
    var written = text.asString("");
    return written.matches("-?\\d{1,3}(\\.\\d{1,12})?") && Math.abs(Double.parseDouble(written)) <= most
        ? Optional.of(Double.parseDouble(written)) : Optional.empty();
  }

  private static Frame frame(Map<Integer, Holder> holders) {
    var known = holders.values().stream().filter(one -> one.latitude().isPresent() && one.longitude().isPresent())
        .toList();
    double west = known.stream().mapToDouble(one -> one.longitude().orElseThrow()).min().orElse(95);
    double east = known.stream().mapToDouble(one -> one.longitude().orElseThrow()).max().orElse(141);
    double south = known.stream().mapToDouble(one -> one.latitude().orElseThrow()).min().orElse(-11);
    double north = known.stream().mapToDouble(one -> one.latitude().orElseThrow()).max().orElse(6);
    double wide = Math.max(east - west, LEAST);
    double high = Math.max(north - south, LEAST);
    double scale = Math.min((WIDTH - 2.0 * EDGE) / wide, (HEIGHT - 2.0 * EDGE) / high); // near the equator both are alike
    double spareX = ((WIDTH - 2.0 * EDGE) / scale - (east - west)) / 2;
    double spareY = ((HEIGHT - 2.0 * EDGE) / scale - (north - south)) / 2;
    return new Frame(west - spareX, south - spareY, scale, scale);
  }

  private static Map<Integer, Point> points(Map<Integer, Holder> holders, Frame frame, int now) {
    var drawn = new LinkedHashMap<Integer, Point>();
    int nowhere = 0;
    for (var holder : holders.values()) {
      boolean known = holder.latitude().isPresent() && holder.longitude().isPresent();
      long x = known ? frame.x(holder.longitude().orElseThrow()) : EDGE + 140L * nowhere++;
      long y = known ? frame.y(holder.latitude().orElseThrow()) : LOWER;
      drawn.put(holder.id(), new Point(drawn.size() + 1, holder.name(), holder.place(), x, y, holder.id() == now,
          x > WIDTH * 2 / 3));
    }
    return drawn;
  }

  private static List<Way> ways(Map<List<Integer>, Integer> moves, Map<Integer, Point> drawn) {
    var ways = new ArrayList<Way>();
    moves.forEach((pair, times) -> {
      var from = drawn.get(pair.getFirst());
      var to = drawn.get(pair.getLast());
      if (from == null || to == null || from == to) {
        return;
      }
      double dx = to.x() - from.x();
      double dy = to.y() - from.y();
      double length = Math.max(1, Math.hypot(dx, dy));
      long bendX = Math.round((from.x() + to.x()) / 2.0 - dy / length * BEND);
      long bendY = Math.round((from.y() + to.y()) / 2.0 + dx / length * BEND);
      ways.add(new Way("M" + from.x() + " " + from.y() + "Q" + bendX + " " + bendY + " " + to.x() + " " + to.y(), bendX,
          bendY, times, from.name() + " → " + to.name()));
    });
    return ways;
  }

  private static List<Grid> grid(Frame frame) {
    double wide = WIDTH / frame.scaleX();
    double step = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0 && wide / STEPS[i] <= LINES; i--) {
      step = STEPS[i];
    }
    var grid = new ArrayList<Grid>();
    double west = frame.west() - EDGE / frame.scaleX();
    double south = frame.south() - EDGE / frame.scaleY();
    for (double at = Math.ceil(west / step) * step; frame.x(at) < WIDTH; at += step) {
      grid.add(new Grid(frame.x(at), 0, frame.x(at), HEIGHT, label(at, "BT", "BB")));
    }
    for (double at = Math.ceil(south / step) * step; frame.y(at) > 0; at += step) {
      grid.add(new Grid(0, frame.y(at), WIDTH, frame.y(at), label(at, "LU", "LS")));
    }
    return grid;
  }

  /** Degrees as Indonesian maps write them: bujur timur, lintang selatan. */
  private static String label(double degrees, String positive, String negative) {
    return String.format(Locale.ROOT, "%.2f° %s", Math.abs(degrees), degrees < 0 ? negative : positive);
  }
}
