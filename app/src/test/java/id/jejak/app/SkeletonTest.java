package id.jejak.app;
class SkeletonTest { @org.junit.jupiter.api.Test void runs() {} }
