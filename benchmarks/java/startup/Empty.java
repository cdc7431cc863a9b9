package startup;

/** A program that does nothing: what is left is the start and the end of the JVM. */
public final class Empty {
  /**
   * Does nothing.
   *
   * @param args ignored
   */
  public static void main(String[] args) {}

  private Empty() {}
}
