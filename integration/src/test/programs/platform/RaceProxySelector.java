import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** F: what comes after the default was set is not ordered before who finds it. */
class RaceProxySelector {
  static final ProxySelector MINE =
      new ProxySelector() {
        @Override
        public List<Proxy> select(URI uri) {
          return List.of(Proxy.NO_PROXY);
        }
  
        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {}
      };
  static int x;

  static void writer() {
    ProxySelector.setDefault(MINE);
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RaceProxySelector::writer);
    t.start();
    while (ProxySelector.getDefault() != MINE) {
      Thread.onSpinWait();
    }
    int seen = x; // RACE x
    t.join();
  }
}
