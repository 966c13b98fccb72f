package id.jejak.satusehat.http.structure;

import org.jspecify.annotations.Nullable;

/** A place within a resource. Written out only when something is wrong there, so walking costs next to nothing. */
record Place(@Nullable Place parent, String name, int index) {
  static final int SINGLE = -1;

  static Place root(String type) {
    return new Place(null, type, SINGLE);
  }

  Place member(String name) {
    return new Place(this, name, SINGLE);
  }

  Place item(int index) {
    return new Place(parent, name, index);
  }

  boolean isRoot() {
    return parent == null;
  }

  @Override
  public String toString() {
    var own = index == SINGLE ? name : name + "[" + index + "]";
    return parent == null ? own : parent + "." + own;
  }
}
