@org.jspecify.annotations.NullMarked
package id.jejak.app;
