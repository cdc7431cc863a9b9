package com.acme.box;

public class Box {

  private int value;

  public void set(int value) {
    this.value = value;
  }
}
