import java.net.http.HttpClient;

/** F: that HTTP clients are numbered orders nobody. */
class RaceHttpClientsCreated {
  private static int shared;

  public static void main(String[] args) throws Exception {
    HttpClient.newHttpClient();
    Thread first =
        new Thread(
            () -> {
              shared = 1; // RACE shared
              HttpClient.newHttpClient();
            });
    Thread second =
        new Thread(
            () -> {
              HttpClient.newHttpClient();
              shared = 2; // RACE shared
            });
    first.start();
    Thread.sleep(200); // no order, but the one that could hide the race
    second.start();
    first.join();
    second.join();
  }
}
