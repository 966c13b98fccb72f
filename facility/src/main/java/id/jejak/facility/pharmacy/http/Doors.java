package id.jejak.facility.pharmacy.http;

import id.jejak.delivery.Delivery;
import id.jejak.facility.access.Facilities;

/** What the pharmacy needs of those who live elsewhere in the house. */
public record Doors(Actors actors, Patients patients, QueueDesk queue, Facilities facilities, Delivery delivery) {}
