import java.awt.EventQueue;
import javax.swing.SwingUtilities;

/** SW-1, SW-2, SW-4: posting is ordered before dispatching, and that before who waits for it. */
class NoRaceEventQueue {
  static int x;
  static int y;
  static int events;

  public static void main(String[] args) throws Exception {
    System.setProperty("java.awt.headless", "true");
    x = 1;
    EventQueue.invokeLater(() -> x++);
    SwingUtilities.invokeLater(() -> events++);
    y = 1;
    EventQueue.invokeAndWait(
        () -> {
          y++;
          events++;
        });
    y++;
    events++;
    x++;
  }
}
