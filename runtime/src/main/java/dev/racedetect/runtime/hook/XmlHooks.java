package dev.racedetect.runtime.hook;

import org.jspecify.annotations.Nullable;

/**
 * What the JDK's nodes of documents read and write (catalogue 3.4): the one location of the whole
 * document. Missed are lists that {@code getElementsByTagName} returned and maps of attributes that
 * are shared themselves.
 */
public final class XmlHooks {
  private XmlHooks() {}

  /** A read in the document of a node. */
  public static void read(Object node) {
    DataHooks.read(Nodes.document(node));
  }

  /** A write in the document of a node. */
  public static void write(Object node) {
    DataHooks.write(Nodes.document(node));
  }

  /** Where nodes keep what they belong to. */
  private static final class Nodes {
    private static final String TYPE = "com.sun.org.apache.xerces.internal.dom.NodeImpl";
    private static final long OWNER = JdkFields.offset(TYPE, "ownerNode");
    private static final long FLAGS = JdkFields.offset(TYPE, "flags");

    /** The flag of a node whose owner is another one, as a rule its parent. */
    private static final int OWNED = 1 << 3;

    private Nodes() {}

    /** The document of a node; the node itself if that is one. */
    static @Nullable Object document(Object node) {
      if (OWNER < 0 || FLAGS < 0) {
        return null;
      }
      Object at = node;
      Object owner = JdkFields.referenceAt(at, OWNER);
      while (owner != null && (JdkFields.shortAt(at, FLAGS) & OWNED) != 0) {
        at = owner;
        owner = JdkFields.referenceAt(at, OWNER);
      }
      return owner == null ? at : owner;
    }
  }
}
