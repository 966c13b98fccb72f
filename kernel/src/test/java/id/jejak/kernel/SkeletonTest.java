package id.jejak.kernel;
class SkeletonTest { @org.junit.jupiter.api.Test void runs() {} }
