package id.jejak.kfa.http.synthetic;
import id.jejak.kfa.store.Row;
import id.jejak.kernel.json.Json;
import org.junit.jupiter.api.Test;
class PeekTest {
  @Test void peek() throws Exception {
    long t=System.nanoTime();
    var c = SyntheticCatalogue.of(1, 18000, 66000, Dirt.USUAL);
    System.out.println("made " + (System.nanoTime()-t)/1000000+" ms");
    for (int i=0;i<2;i++){
    t=System.nanoTime(); long n=0,b=0;
    try (var out = new java.io.BufferedOutputStream(new java.io.FileOutputStream("/tmp/synth.ndjson"))) {
      for (var it=c.rows(); it.hasNext();){ var r=it.next(); var j=Json.write((Object)r.document()); n++; b+=j.length; out.write((r.kind()+" ").getBytes()); out.write(j); out.write('\n'); }
    }
    System.out.println(n+" rows "+b+" bytes "+(System.nanoTime()-t)/1000000+" ms"); }
    System.out.println(c.counts());
  }
}
