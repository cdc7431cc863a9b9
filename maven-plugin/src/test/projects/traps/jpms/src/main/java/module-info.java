module com.acme.box {
  exports com.acme.box;
}
