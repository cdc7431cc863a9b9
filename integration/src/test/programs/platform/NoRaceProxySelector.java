import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** F: an object of the application that becomes the default for all threads. */
class NoRaceProxySelector {
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
    x = 1;
    ProxySelector.setDefault(MINE);
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(NoRaceProxySelector::writer);
    t.start();
    while (ProxySelector.getDefault() != MINE) {
      Thread.onSpinWait();
    }
    int seen = x;
    t.join();
    if (seen != 1) {
      throw new AssertionError(seen);
    }
  }
}
