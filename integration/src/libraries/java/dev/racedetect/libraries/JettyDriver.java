package dev.racedetect.libraries;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A Jetty server on the loopback address, asked by four threads with both of the JDK's clients. */
public final class JettyDriver {
  private static final int REQUESTS = 100;

  private JettyDriver() {}

  /** Answers a GET with its path, a POST with the length of what was sent. */
  private static final class Echo extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
      String answer = request.getHttpURI().getPath();
      if (request.getMethod().equals("POST")) {
        answer = "length " + Content.Source.asString(request).length();
      }
      Content.Sink.write(response, true, answer, callback);
      return true;
    }
  }

  /**
   * Prints the number of answers and their total length.
   *
   * @param args not used
   * @throws Exception if the server or a client fails
   */
  public static void main(String[] args) throws Exception {
    QueuedThreadPool pool = new QueuedThreadPool(8, 4);
    Server server = new Server(pool);
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    server.addConnector(connector);
    server.setHandler(new Echo());
    server.start();
    int port = connector.getLocalPort();
    HttpClient client = HttpClient.newHttpClient();
    LongAdder answers = new LongAdder();
    LongAdder length = new LongAdder();
    Crew.run(
        4,
        member -> {
          for (int i = 0; i < REQUESTS; i++) {
            String answer =
                member % 2 == 0 ? get(uri(port, member, i)) : post(client, uri(port, member, i), i);
            answers.increment();
            length.add(answer.length());
          }
        });
    server.stop();
    System.out.println("answers=" + answers.sum() + " length=" + length.sum());
  }

  private static URI uri(int port, int member, int number) throws URISyntaxException {
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    return new URI("http", null, host, port, "/member/" + member + "/" + number, null, null);
  }

  private static String get(URI uri) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    try (InputStream body = connection.getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String post(HttpClient client, URI uri, int number)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100 * number)))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
