import java.net.InetAddress;
import java.net.UnknownHostException;

/** 3.5: an address is copied. */
class RaceInetAddress {
  public static void main(String[] args) throws Exception {
    byte[] array = new byte[4];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) 127;
    }
    Thread first =
        new Thread(
            () -> {
              try {
                InetAddress.getByAddress(array); // RACE byte[]
              } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              array[3] = 7; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
