import { expect, it } from "vitest";
import { filled, thrown } from "@/lib/testing/filled";
import { findPersonal } from "./rules";

const streets = [
  "calle Mayor 12",
  "Calle de Alcalá, 48",
  "c/ Luna 7",
  "C/ San Bernardo nº 15, 3º B",
  "avenida de la Constitución 3",
  "Avda. Libertad, 25",
  "av. Insurgentes Sur 1602",
  "plaza de España 4",
  "paseo de la Castellana 200",
  "carrer de Balmes 91",
  "calle 5 de Mayo 12",
  "Calle 12 # 34-56",
  "Carrera 7 # 71-21",
  "jirón Cusco 215",
  "pasaje Los Olivos 33",
  "calle del Pez, número 8",
  "camino Real 140",
  "piso 3, puerta 2",
  "portal 5, 2º izquierda",
  "departamento 12",
  "depto 4B",
  "casa 17",
  "el número 23",
  "28013, nº 5",
  "calle Mayor 12, 2º derecha",
];
const phones = [
  "612 34 56 78",
  "612345678",
  "91 123 45 67",
  "+34 612 345 678",
  "+52 55 1234 5678",
  "55 1234 5678",
  "011 4321-5678",
  "9 8765 4321",
  "(55) 1234-5678",
  "seis uno dos tres cuatro cinco seis siete ocho",
];
const mails = [
  "rosa@ejemplo.es",
  "r.lopez@correo.com.mx",
  "rosa arroba gmail punto com",
  "rosa (arroba) correo (punto) es",
  "ROSA_77@EJEMPLO.ORG",
];
const points = [
  "40.4168, -3.7038",
  "40,41680 -3,70380",
  "40.4168° N, 3.7038° O",
  `40°25'00"N`,
  "lat 40,42 lon -3,70",
  "geo:40.42,-3.70",
  "https://maps.google.com/?q=casa",
  "8CGRC78W+RF",
  "C78W+RF Madrid",
  "///mesa.libro.verde",
  "mesa.libro.verde",
  "what3words mesa libro verde",
];

const personal = [
  ...filled(
    [
      "Es {0}, cerca del colegio",
      "Vivo en {0}, toca dos veces",
      "Traedlo a {0} después de las seis, por favor.",
      "Estamos en {0}",
      "Se recoge en {0}. Gracias",
    ],
    streets,
  ),
  ...filled(
    [
      "Llámame al {0}",
      "whatsapp {0}, sin llamadas",
      "Mi teléfono es el {0}.",
      "Pañales talla 5, móvil: {0}",
    ],
    phones,
  ),
  ...filled(["Escribe a {0}", "mi correo: {0}, gracias", "({0})"], mails),
  ...filled(["Estoy en {0}", "Dónde: {0}", "Ven a {0} el viernes"], points),
];

const things = [
  "pañales",
  "abrigos de invierno",
  "latas de alubias",
  "cajas de cereales",
  "zapatos de colegio",
  "potitos",
  "bolsas de arroz",
  "bombillas",
  "sillas plegables",
  "libros de la biblioteca",
];
const sizes = [
  "5",
  "10-12",
  "38",
  "XL",
  "4",
  "36 38 40 42",
  "6 a 9 meses",
  "M",
  "90 x 200 cm",
  "L4",
];
const times = [
  "las 9:30",
  "las 10",
  "17:00-19:00",
  "las 4 y media",
  "las 12.30",
  "las 20 h",
  "2026-12-31",
  "24/12/2026",
  "el 3 de mayo",
  "24.12.2026",
];
const numbers = ["2", "3", "12", "40", "100", "250", "1.000", "1 000 000", "6", "15"];
const prices = [
  "5 €",
  "12,50 €",
  "100 pesos",
  "10 dólares",
  "menos de 1.200 €",
  "gratis",
  "3,99",
  "$50",
  "1,50 €",
  "20 %",
];
const buses = [
  "el autobús 12",
  "la línea 4",
  "el bus 66 por la calle Mayor",
  "el tren 1204",
  "la ruta 9",
  "el metro L3",
  "la salida 14",
  "la A-2",
  "la línea número 5",
  "el camión 8",
];
const places = [
  "la calle Mayor",
  "la biblioteca de la avenida de la Paz",
  "la iglesia de Santa María",
  "la plaza de España",
  "la esquina de Luna con Pez",
  "la estación",
  "el paseo del Prado",
  "la nevera comunitaria",
  "el ayuntamiento",
  "el andén 2",
];

const harmless = thrown(
  [
    "Necesito {2} {0}, talla {1}.",
    "{2} paquetes de {0}, o {2} cajas si tenéis, para {3}",
    "Podemos quedar en {6} a {3}.",
    "Toma {5} hasta {6}; son 10 minutos andando",
    "Un viaje desde {6} el jueves a {3}, para 2 adultos y 1 niño",
    "Podría pagar {4} por {0}, con {2} basta",
    "Mis hijos tienen 3, 5 y 8 años y usan la talla {1}",
    "Cada semana desde {3}, durante {2} semanas, cerca de {6}",
    "Mover {2} cajas de {0} a dos manzanas de {6}, sin ascensor",
    "{0} de la talla {1}, {2} en total; {4}",
    "¿Alguien va en {5}? Bajo cerca de {6} a {3}",
    "Clases para 3º de primaria, páginas 12-48, {3}",
    "La lámpara lleva bombillas de 60 W, 220-240 V, {2} unidades, {4}",
    "Está a {2} km de {6}, unos 15 minutos en coche; llega {5}",
    "Una bolsa con {2} {0} y 500 g de arroz, consumir antes de {3}",
    "Cuidar un perro {2} días, 2 paseos al día, hasta {3}",
    "Ofrezco {0}: tallas {1}, curso 2026-2027",
    "En {6} 2 bolsas y {2} {0}",
    "Ayuda con el wifi {2} horas; versión 2.14.1, windows 11, {3}",
    "Clases de piano, 45 minutos, {4} la hora, {2} veces, 24/7",
    "Busco {0} en la zona 28013, con {2} sobra",
    "Entre {3} y la noche, en {6}. Gracias, somos {2}",
    "Puzle 1 2 3 4 5 6 7 8 9, {2} piezas, de 3 a 6 años, {4}",
    "Traer una escalera de 4 m, tornillos del 6 y {2} {0} a {6}",
    "Azúcar: 1 taza. Harina: 2,5 tazas. Mantequilla: 113 g. {2} huevos. {3}",
    "El 2º y el 4º sábado, {3}, en {6} hay {2} plazas",
  ],
  [things, sizes, numbers, times, prices, buses, places],
  30,
);

const missed = personal.filter((text) => findPersonal(text).length === 0);
const wrong = harmless.flatMap((text) =>
  findPersonal(text).map((found) => `${found.type} "${found.text}" in: ${text}`),
);

it("nine of ten ways to say where or how in Spanish are asked about", () => {
  expect(personal.length).toBeGreaterThanOrEqual(200);
  expect(missed.length / personal.length, missed.join("\n")).toBeLessThanOrEqual(0.1);
});

it("one of twenty harmless Spanish sentences is asked about at most", () => {
  expect(harmless.length).toBeGreaterThanOrEqual(500);
  expect(wrong.length / harmless.length, wrong.join("\n")).toBeLessThanOrEqual(0.05);
});
