package dev.racedetect.agent.instrument;

import org.jspecify.annotations.Nullable;

/** Calls of the JDK's cryptography that read an array that they are given. */
final class SecurityCalls {
  private SecurityCalls() {}

  /** The bridge for a call; null if it reads no array that the application has given it. */
  static @Nullable BridgeBody find(Call call) {
    return switch (call.owner()) {
      case "java/security/MessageDigest" ->
          switch (call.name()) {
            case "update" -> RangeCalls.givenArray(call, "beforeRead");
            case "digest" -> RangeCalls.wholeArray(call);
            case "isEqual" -> RangeCalls.compare("afterDigestsCompared");
            default -> null;
          };
      case "javax/crypto/Mac", "java/security/Signature" ->
          switch (call.name()) {
            case "update" -> RangeCalls.givenArray(call, "beforeRead");
            case "doFinal", "verify" -> RangeCalls.wholeArray(call);
            default -> null;
          };
      case "javax/crypto/Cipher" ->
          switch (call.name()) {
            case "update", "doFinal", "updateAAD" ->
                call.desc().startsWith("([BII")
                    ? RangeCalls.afterPart(1)
                    : call.desc().startsWith("([B)") ? RangeCalls.afterWhole(1) : null;
            default -> null;
          };
      case "java/security/SecureRandom" ->
          switch (call.name()) {
            case "nextBytes" -> RangeCalls.givenArray(call, "beforeWrite");
            case "setSeed" -> RangeCalls.wholeArray(call);
            default -> null;
          };
      default -> null;
    };
  }
}
