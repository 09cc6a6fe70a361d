import { charging, customersOnly, indoors, wheelchair, wifi } from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const chargingWifi: Kind = {
  id: "charging-wifi",
  icon: {
    path: "M2.64585 7.80112L7.75248 0.837532C7.90807 0.625354 8.15545 0.5 8.41856 0.5C8.9632 0.5 9.35876 1.01788 9.21546 1.54333L8.08612 5.68422C8.04275 5.84326 8.16247 6 8.32731 6H11.7466C12.1627 6 12.5 6.3373 12.5 6.75337C12.5 6.91361 12.4489 7.06967 12.3542 7.19888L7.24752 14.1625C7.09193 14.3746 6.84455 14.5 6.58144 14.5C6.0368 14.5 5.64124 13.9821 5.78454 13.4567L6.91388 9.31578C6.95725 9.15674 6.83753 9 6.67269 9H3.25337C2.83729 9 2.5 8.66271 2.5 8.24663C2.5 8.08639 2.55109 7.93033 2.64585 7.80112Z",
    source: "maki",
    viewBox: 15,
  },
  colour: "slate",
  words: {
    en: {
      one: "Charging and wifi",
      many: "Charging and wifi",
      about: "A socket for your phone, or the internet, free.",
      alsoCalled: [
        "wifi",
        "wi fi",
        "free wifi",
        "internet",
        "internet access",
        "hotspot",
        "charging",
        "phone charging",
        "charging station",
        "device charging",
        "power outlet",
        "computer lab",
        "public computers",
      ],
      everyday: `
        charge my phone, charge phone, charge a phone, charge phones, charge my cell, charge
        cell phone, charge my laptop, charge laptop, charge my battery, charge, phone charge,
        phone charger, charger, chargers, usb, usb charger, plug, plugs, plug in, plug socket,
        socket, sockets, outlet, outlets, power, power outlets, electric outlet, electricity, no
        power, power is out, power outage, battery, batteries, dead battery, phone battery,
        phone died, my phone died, phone is dead, computer, computers, use a computer, use
        computer, use the internet, get online, go online, web, email, check my email, wi fi
        password, wifi hotspot, printer, printers, print, printing, print something, print a
        document, print documents, photocopy, copy machine, copier, scan, scanner, fax, phone
        call, make a phone call, free phone, use a phone
      `,
    },
    es: {
      one: "Carga y wifi",
      many: "Carga y wifi",
      about: "Un enchufe para tu teléfono, o internet, gratis.",
      alsoCalled: [
        "wifi gratis",
        "acceso a internet",
        "internet gratis",
        "carga de celular",
        "carga de móvil",
        "cargar el teléfono",
        "punto de carga",
        "enchufe",
        "enchufes",
        "computadoras públicas",
      ],
      everyday: `
        cargador, cargadores, cargar, cargar mi teléfono, cargar teléfono, cargar mi celular,
        cargar celular, cargar el celular, cargar el móvil, cargar mi móvil, cargar móvil,
        cargar la batería, cargar batería, carga, recargar celular, recargar el teléfono,
        batería, baterías, pila, pilas, sin batería, contacto eléctrico, toma de corriente,
        tomacorriente, corriente, luz eléctrica, electricidad, sin luz, se fue la luz, no hay
        luz, apagón, computadora, computadoras, computador, ordenador, ordenadores, usar una
        computadora, usar internet, conectarme, wifi libre, correo electrónico, imprimir,
        imprimir un documento, impresora, impresoras, impresión, fotocopia, fotocopias, copias,
        escanear, escáner, llamar por teléfono, hacer una llamada
      `,
    },
  },
  fields: [customersOnly, charging, wifi, indoors, wheelchair],
  decidingField: customersOnly.id,
  // A socket or a router goes away more easily than plumbing, and less easily than a shelf of food.
  freshness: { freshDays: 180 },
  osm: {
    read: [
      { amenity: "device_charging_station" },
      { amenity: "library", internet_access: "wlan", "internet_access:fee": "no" },
    ],
    write: { amenity: "device_charging_station" },
  },
  hsdsTerms: ["Internet Access", "Charging Stations"],
};
