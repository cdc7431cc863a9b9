import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** F2: asking is ordered before the stages of the answer; a handler is called after it was set. */
class NoRaceHttp {
  static int x;
  static int y;

  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    y = 1;
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(y == 1 ? 204 : 500, -1);
          exchange.close();
        });
    HttpClient client = HttpClient.newHttpClient();
    URI uri =
        URI.create(
            "http://"
                + InetAddress.getLoopbackAddress().getHostAddress()
                + ":"
                + server.getAddress().getPort()
                + "/");
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    for (int i = 0; i < 3; i++) {
      x++;
      client
          .sendAsync(request, BodyHandlers.ofString())
          .thenAccept(
              response -> {
                if (response.statusCode() != 204) {
                  throw new AssertionError();
                }
                x++;
              })
          .join();
    }
    x += client.send(request, BodyHandlers.ofString()).statusCode();
    server.stop(0);
    System.exit(0);
  }
}
