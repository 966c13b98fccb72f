package id.jejak.ttac;
class SkeletonTest { @org.junit.jupiter.api.Test void runs() {} }
