import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.List;

/** Speaks MongoDB's protocol on a free loopback port until its standard input ends, so that it never outlives its starter. */
public class StandIn {
  public static void main(String[] args) throws Exception {
    H2Backend backend = args.length > 0 ? new H2Backend(args[0]) : H2Backend.inMemory();
    // The driver refuses servers below wire version 9 (MongoDB 4.4); the library itself announces at most 8.
    backend.version(new MongoVersion() {
      public List<Integer> getVersionArray() { return List.of(4, 4, 0); }
      public int getWireVersion() { return 9; }
    });
    MongoServer server = new MongoServer(backend);
    server.bind("127.0.0.1", args.length > 1 ? Integer.parseInt(args[1]) : 0);
    System.out.println("ready " + server.getLocalAddress().getPort());
    while (System.in.read() >= 0) { }
    server.shutdownNow();
    System.exit(0);
  }
}
