import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;

/** F: a listener is called by other threads after it was registered. */
class NoRacePropertyChange {
  static final PropertyChangeSupport SUPPORT = new PropertyChangeSupport(new Object());
  static int x;

  public static void main(String[] args) throws Exception {
    Thread firing =
        new Thread(
            () -> {
              while (!SUPPORT.hasListeners("name")) {
                Thread.onSpinWait();
              }
              SUPPORT.firePropertyChange("name", "a", "b");
              SUPPORT.firePropertyChange("other", "a", "b");
            });
    firing.start();
    x = 1;
    PropertyChangeListener listener = event -> x++;
    SUPPORT.addPropertyChangeListener("name", listener);
    firing.join();
  }
}
