import {
  delivery,
  idAsked,
  referralNeeded,
  takesDonations,
  usuallyHas,
  whatToBring,
  wheelchair,
} from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const petFood: Kind = {
  id: "pet-food",
  icon: {
    path: "M7.5,6c-2.5,0-3,2.28-3,3.47h0a6.149,6.149,0,0,0-1.7.89,2,2,0,0,0-.4,2.78,2.06,2.06,0,0,0,2.8.4,4,4,0,0,1,2.3-.69,4,4,0,0,1,2.3.69,2,2,0,0,0,2.8-.3,1.929,1.929,0,0,0-.226-2.72c-.024-.021-.049-.041-.074-.06l-.1-.1a8.992,8.992,0,0,0-1.7-.89h0C10.5,8.29,10,6,7.5,6ZM2.08,4.3a1.58,1.58,0,0,0-.76,2A1.52,1.52,0,0,0,2.93,7.7a1.58,1.58,0,0,0,.76-2A1.52,1.52,0,0,0,2.08,4.3Zm10.85,0a1.58,1.58,0,0,1,.76,2,1.52,1.52,0,0,1-1.61,1.4,1.58,1.58,0,0,1-.76-2A1.52,1.52,0,0,1,12.93,4.3Zm-7.85-3c-.68.09-1,.94-.76,1.87A1.77,1.77,0,0,0,5.93,4.7c.68-.09,1-.94.76-1.87A1.77,1.77,0,0,0,5.08,1.3Zm4.85,0c.68.09,1,.94.76,1.87A1.77,1.77,0,0,1,9.07,4.7c-.68-.08-1-.94-.76-1.87A1.769,1.769,0,0,1,9.93,1.3Z",
    source: "maki",
    viewBox: 15,
  },
  colour: "earth",
  words: {
    en: {
      one: "Pet food",
      many: "Pet food",
      about: "Food and supplies for the animals who live with us.",
      alsoCalled: [
        "pet food bank",
        "pet pantry",
        "pet supplies",
        "pet food pantry",
        "dog food",
        "cat food",
        "animal food",
        "pets",
        "pet care",
      ],
      everyday: `
        dog, dogs, cat, cats, puppy, puppies, kitten, kittens, pet, my dog, my cat, my pet, food
        for my dog, food for my dogs, food for dogs, food for dog, food for my cat, food for my
        cats, food for cats, food for my pet, food for pets, food for animals, dog treats, cat
        treats, pet treats, puppy food, kitten food, kibble, wet cat food, dry dog food, bird
        seed, bird food, rabbit food, hamster food, leash, leashes, dog leash, collar, dog
        collar, harness, dog bed, dog bowl, dog toys, dog crate, pet carrier, cat carrier, cat
        litter, kitty litter, litter, litter box, flea treatment, vet, veterinarian, vet care,
        low cost vet, spay, neuter, pet vaccines, animals, animal
      `,
    },
    es: {
      one: "Comida para mascotas",
      many: "Comida para mascotas",
      about: "Comida y cosas para los animales que viven con nosotros.",
      alsoCalled: [
        "alimento para mascotas",
        "mascotas",
        "comida para perros",
        "comida para gatos",
        "croquetas",
        "pienso",
        "banco de alimento para mascotas",
      ],
      everyday: `
        perro, perros, perrito, perritos, perra, cachorro, cachorros, gato, gatos, gatito,
        gatitos, gata, mascota, mi mascota, mi perro, mi gato, comida de perro, comida de
        perros, comida para perro, comida para mi perro, comida para mis perros, comida de gato,
        comida para gato, comida para mi gato, comida para mis gatos, comida para mi mascota,
        comida de mascotas, comida para animales, alimento para perro, alimento para perros,
        alimento para gato, alimento para gatos, alimento de perro, alimento para mi perro,
        alimento para mi gato, alimento para animales, comida de animales, premios para perro,
        correa, correas, collar para perro, arnés, cama para perro, juguetes para perro,
        transportadora, arena para gatos, arena para gato, arena de gato, arenero, veterinario,
        veterinaria, esterilizar, esterilización, vacunas para perro, animales, alpiste
      `,
    },
  },
  fields: [idAsked, referralNeeded, usuallyHas, takesDonations, wheelchair, whatToBring, delivery],
  decidingField: idAsked.id,
  freshness: { freshDays: 60 },
  osm: { read: [], write: {} },
  hsdsTerms: ["Pet Food", "Pet Care Services"],
};
