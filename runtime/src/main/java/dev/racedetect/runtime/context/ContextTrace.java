package dev.racedetect.runtime.context;

/**
 * A captured stack. It keeps the VM's compact form and becomes frames only when a report needs
 * them.
 */
final class ContextTrace extends Throwable {
  private static final long serialVersionUID = 1;

  /** The access site at which it was captured. */
  final int site;

  ContextTrace(int site) {
    super(null, null, false, true);
    this.site = site;
  }
}
